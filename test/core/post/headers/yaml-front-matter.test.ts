import fc from 'fast-check';
import { CORE_SCHEMA, load, YAML11_SCHEMA } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { KEY_FORMS } from '../../../../src/core/model/key-form.ts';
import type { HeaderEntry } from '../../../../src/core/post/headers/header-entry.ts';
import { yamlFrontMatter } from '../../../../src/core/post/headers/yaml-front-matter.ts';
import { cleanLine } from '../../../../src/core/text/clean-line.ts';

/** The same YAML in the eyes of two libraries, each as YAML 1.1 and as 1.2. */
function readers(yaml: string): unknown[] {
  const other = (version: '1.1' | '1.2', schema: string) => {
    const document = parseDocument(yaml, { version, schema });
    expect(document.errors).toEqual([]);
    expect(document.warnings).toEqual([]);
    return document.toJS() as unknown;
  };
  return [
    load(yaml, { schema: CORE_SCHEMA }),
    load(yaml, { schema: YAML11_SCHEMA }),
    other('1.2', 'core'),
    other('1.1', 'yaml-1.1'),
  ];
}

const entry = (key: string, form: HeaderEntry['form'], value: HeaderEntry['value']): HeaderEntry => ({
  key,
  form,
  value,
});

/** Titles that a reader of some YAML would take for something else, or that end a string early. */
const TRAPS = [
  'yes',
  'No',
  'on',
  'OFF',
  'y',
  'N',
  'true',
  'null',
  'Null',
  '~',
  '',
  ' ',
  '1',
  '1.0',
  '1e3',
  '0x1F',
  '0o17',
  '017',
  '1_000',
  '1,000',
  '12:30',
  '1:30:15',
  '190:20:30',
  '.inf',
  '-.INF',
  '.nan',
  '2021-07-16',
  '2021-07-16T06:47:58Z',
  '=',
  '<<',
  '---',
  '--- a',
  '...',
  '... b',
  '-',
  '- a',
  '? a',
  '?',
  ':',
  ':a',
  'a:',
  'a: b',
  'a :b',
  '# a',
  'a # b',
  'a#b',
  '[a]',
  '{a}',
  '&a',
  '*a',
  '!a',
  '!!str',
  '|',
  '>',
  '|-',
  '%TAG',
  '@a',
  '`a`',
  '"',
  "'",
  'a"b',
  "a'b",
  '\\',
  'C:\\new\\table\\x41 \\u0041 \\',
  'a\\',
  '"\\',
  'AT&T says <b>no</b> &amp; "stop"',
  '😀 emoji 👨‍👩‍👧',
  '\u00a0nbsp\u00a0',
  'ﷺ',
  'a\u200bb',
  '\u202eevil',
  'a, b',
  'a]',
  'x'.repeat(3000),
  `${'word '.repeat(300)}# a: b`,
  '__proto__',
  'constructor',
]; // prettier-ignore

describe('front matter', () => {
  it.each(TRAPS)('is read back alike by YAML 1.1 and 1.2 readers: %j', (value) => {
    const entries = [
      entry('quoted', 'quoted', value),
      entry('text', 'text', value),
      entry('list', 'list', [value, 'b']),
    ];
    const yaml = yamlFrontMatter([...entries, entry('lines', 'lines', [value])]);
    for (const read of readers(yaml)) {
      expect(read).toEqual({ quoted: value, text: value, list: [value, 'b'], lines: [value] });
    }
  });

  it('holds any text that a page can give, once it is cleaned', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.constantFrom(...TRAPS));
    fc.assert(
      fc.property(text, fc.array(text, { maxLength: 4 }), (title, tags) => {
        const value = cleanLine(title);
        const list = tags.map(cleanLine);
        const yaml = yamlFrontMatter([
          entry('title', 'quoted', value),
          entry('author', 'text', value),
          entry('tags', 'list', list),
        ]);
        expect(yaml).toMatch(/^title: ".*"\nauthor: .*\ntags: \[.*\]\n$/u);
        for (const read of readers(yaml)) expect(read).toEqual({ title: value, author: value, tags: list });
      }),
      { numRuns: 200 },
    );
  });

  it('writes literal Unicode, never halves of pairs, and never folds', () => {
    const yaml = yamlFrontMatter([entry('title', 'quoted', cleanLine(`😀 \ud83d half ${'长 '.repeat(500)}`))]);
    expect(yaml).not.toMatch(/\\u/i);
    expect(yaml.split('\n')).toHaveLength(2);
  });

  it('holds no command for Templater, and still says the same', () => {
    const value = 'Run <% tp.file.title %> or <%* x %>';
    const yaml = yamlFrontMatter([
      entry('title', 'quoted', value),
      entry('author', 'text', value),
      entry('tags', 'list', [value]),
    ]);
    expect(yaml).not.toContain('<%');
    for (const read of readers(yaml)) expect(read).toEqual({ title: value, author: value, tags: [value] });
  });

  it('pads flow sequences inside, and leaves words plain', () => {
    expect(yamlFrontMatter([entry('tags', 'list', ['联合早报', 'C++', 'yes', 'New York'])])).toBe(
      'tags: [ 联合早报, C++, "yes", New York ]\n',
    );
  });

  it('writes a timestamp unquoted with its own offset, and anything else in its place quoted', () => {
    expect(yamlFrontMatter([entry('date', 'date', '2021-07-16T13:01:00+08:00')])).toBe(
      'date: 2021-07-16T13:01:00+08:00\n',
    );
    expect(yamlFrontMatter([entry('date', 'date', '2021-07-16')])).toBe('date: 2021-07-16\n');
    expect(yamlFrontMatter([entry('date', 'date', '2021-07-16T13:01')])).toBe('date: "2021-07-16T13:01"\n');
    const [, yaml11] = readers('date: 2021-07-16T13:01:00+08:00\n');
    expect(yaml11).toEqual({ date: new Date('2021-07-16T05:01:00Z') });
  });

  it('writes numbers and booleans as such, people as a list of names', () => {
    expect(
      yamlFrontMatter([
        entry('weight', 'number', '12'),
        entry('nan', 'number', '1.5 million'),
        entry('draft', 'boolean', 'false'),
        entry('maybe', 'boolean', 'yes'),
        entry('authors', 'people', ['林小舟', 'O"Neil']),
      ]),
    ).toBe(
      'weight: 12\nnan: "1.5 million"\ndraft: false\nmaybe: "yes"\nauthors: [ { name: "林小舟" }, { name: "O\\"Neil" } ]\n',
    );
  });

  it('is empty without keys', () => {
    expect(yamlFrontMatter([])).toBe('');
    expect(KEY_FORMS).toContain('quoted');
  });
});
