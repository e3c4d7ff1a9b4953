import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { layerOf, type SourceFile, sourceFiles } from './source-files.ts';

const source = sourceFiles('src');
const all = [...source, ...sourceFiles('test'), ...sourceFiles('scripts')];

/** `path:line` of every match in the code, comments and strings aside. */
function places(files: readonly SourceFile[], pattern: RegExp, part: 'code' | 'text' = 'code'): string[] {
  return files.flatMap((file) =>
    file[part].split('\n').flatMap((line, index) => (pattern.test(line) ? [`${file.path}:${index + 1}`] : [])),
  );
}

describe('the browser', () => {
  it('is named in platform/ only', () => {
    const others = source.filter(({ path }) => layerOf(path) !== 'platform');
    expect(places(others, /(?<![\w.])(browser|chrome)\.\w/)).toEqual([]);
    expect(others.filter(({ imports }) => imports.includes('webextension-polyfill'))).toEqual([]);
  });
});

describe('core/', () => {
  const core = source.filter(({ path }) => layerOf(path) === 'core');

  // Other globals of page and browser are denied by the linter, which knows scopes (biome.json).
  it('uses no class of a page as a value: the command line has none', () => {
    const classes = '(Node|NodeFilter|Element|HTML\\w*Element|SVG\\w*|Document|Range|DOMParser|XMLSerializer)';
    expect(places(core, new RegExp(`(?<![\\w.])${classes}\\.|\\b(instanceof|new) ${classes}\\b`))).toEqual([]);
  });

  it('makes no array of a list that lives: jsdom goes through all of it for each element', () => {
    expect(places(core, /(\[\.\.\.|Array\.from\()[\w.]+\.getElementsBy/)).toEqual([]);
  });

  it('reads no clock and no chance', () => {
    expect(
      places(core, /\bDate\.now\(|\bnew Date\(\s*\)|(?<!new )\bDate\(\)|\bMath\.random\(|\bperformance\./),
    ).toEqual([]);
  });
});

describe('strings', () => {
  it('never become HTML or code', () => {
    const sinks = [
      /\b(innerHTML|outerHTML|srcdoc)\s*[+]?=(?!=)/,
      /\binsertAdjacentHTML\(|\bdocument\.write(ln)?\(|\bsetHTMLUnsafe\(|\bcreateContextualFragment\(/,
      /\bdangerouslySetInnerHTML\b/,
      /(?<![\w.])eval\(|\bnew Function\(/,
    ];
    expect(sinks.flatMap((sink) => places(source, sink))).toEqual([]);
  });
});

describe('files', () => {
  it('are named in kebab-case after what they hold', () => {
    const vague = /(^|-)(utils?|helpers?|manager|service|misc|common)(-|\.)/;
    const names = all.map(({ path }) => basename(path));
    expect(names.filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.(test|config|d))?\.tsx?$/.test(name))).toEqual([]);
    expect(names.filter((name) => vague.test(name))).toEqual([]);
  });

  it('are short enough to be one thing', () => {
    expect(source.filter(({ text }) => text.split('\n').length > 350).map(({ path }) => path)).toEqual([]);
  });

  it('leave nothing for later and silence nothing', () => {
    const here = 'test/architecture/conventions.test.ts';
    const others = all.filter(({ path }) => path !== here);
    expect(places(others, /\b(TODO|FIXME|XXX)\b|@ts-(ignore|expect-error|nocheck)/, 'text')).toEqual([]);
    expect(places(others, /\b(it|test|describe)\.(skip|todo|only)\b/)).toEqual([]);
    expect(places(others, /\bas unknown as\b|\bas any\b/)).toEqual([]);
    expect(places(others, /\bcatch\s*(\(\w+\)\s*)?\{\s*\}|\.catch\(\(\w*\) => (\{\s*\}|undefined)\)/)).toEqual([]);
  });
});
