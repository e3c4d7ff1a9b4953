import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import MarkdownIt from 'markdown-it';
import { marked } from 'marked';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

/** Posts by name, and the HTML that a reader makes of each. */
export type Texts = Readonly<Record<string, string>>;

export interface Reader {
  /** Program and the version that was measured. */
  readonly name: string;
  readonly presetId: string;
  /** Why it cannot run here; absent where it can. */
  readonly missing?: string;
  /** @param bodies what follows the front matter. */
  readonly render: (bodies: Texts) => Texts;
}

const markdownIt = new MarkdownIt({ html: true, linkify: true });

/** Readers from npm, which always run. */
export const LIBRARIES: readonly Reader[] = [
  { name: 'micromark 4.0.3', presetId: 'obsidian', render: each(asGfm) },
  { name: 'micromark 4.0.3', presetId: 'plain', render: each(asGfm) },
  { name: 'markdown-it 15.0.3', presetId: 'eleventy', render: each((text) => markdownIt.render(text)) },
  { name: 'markdown-it 15.0.3', presetId: 'plain', render: each((text) => markdownIt.render(text)) },
  {
    name: 'marked 18.2.1',
    presetId: 'hexo',
    render: each((text) => marked.parse(text, { async: false, breaks: true })),
  },
];

const PYTHON = '/usr/bin/python3';
/** Kept between runs. */
const CACHE = fileURLToPath(new URL('../../../node_modules/.cache/jianbao/readers', import.meta.url));

/** Readers that are programs of their own. */
export const PROGRAMS: readonly Reader[] = [
  {
    name: 'kramdown 2.4.0 (Jekyll 4.3)',
    presetId: 'jekyll',
    ...missingUnless(succeeds('ruby', ['-e', 'require "kramdown-parser-gfm"; require "liquid"']), 'Jekyll'),
    render: throughScript('ruby', 'kramdown.rb'),
  },
  {
    name: 'goldmark (Hugo 0.111.3)',
    presetId: 'hugo',
    ...missingUnless(succeeds('hugo', ['version']), 'Hugo'),
    render: throughHugo,
  },
  {
    name: 'Python-Markdown 3.4 (Pelican 4.8)',
    presetId: 'pelican',
    ...missingUnless(succeeds(PYTHON, ['-c', 'import pelican']), 'Pelican'),
    render: throughScript(PYTHON, 'python-markdown.py'),
  },
  {
    name: 'Pandoc 2.17',
    presetId: 'pandoc',
    ...missingUnless(succeeds('pandoc', ['--version']), 'Pandoc'),
    render: each((text) => execFileSync('pandoc', ['-f', 'markdown', '-t', 'html'], { input: text, encoding: 'utf8' })),
  },
];

/** Installs TiddlyWiki 5.4.1 from npm where it is not there yet, and returns its program. */
export function tiddlyWiki(): string {
  const program = join(CACHE, 'node_modules/tiddlywiki/tiddlywiki.js');
  if (!existsSync(program)) {
    mkdirSync(CACHE, { recursive: true });
    const args = ['install', '--prefix', CACHE, '--no-save', '--no-audit', '--no-fund', 'tiddlywiki@5.4.1'];
    execFileSync('npm', args, { stdio: 'ignore' });
  }
  return program;
}

/** Writes files below a new folder. */
export function folderWith(files: Texts): string {
  const folder = mkdtempSync(join(tmpdir(), 'jianbao-reader-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** Runs a script of this folder, which reads texts as JSON from a file and prints what the program makes of them. */
export function runScript(program: string, script: string, argument: string): unknown {
  const file = fileURLToPath(new URL(script, import.meta.url));
  const printed = execFileSync(program, [file, argument], { encoding: 'utf8', maxBuffer: 1 << 26 });
  // The last line: programs print their own words before it.
  return JSON.parse(printed.trimEnd().split('\n').at(-1) ?? '');
}

function each(render: (text: string) => string): Reader['render'] {
  return (bodies) => Object.fromEntries(Object.entries(bodies).map(([name, text]) => [name, render(text)]));
}

function asGfm(text: string): string {
  return micromark(text, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] });
}

function throughScript(program: string, script: string): Reader['render'] {
  return (bodies) => {
    const folder = folderWith({ 'bodies.json': JSON.stringify(bodies) });
    return runScript(program, script, join(folder, 'bodies.json')) as Texts;
  };
}

function throughHugo(bodies: Texts): Texts {
  const posts = Object.entries(bodies).map(([name, text]) => [`content/${name}.md`, `---\ntitle: x\n---\n${text}`]);
  const site = folderWith({
    ...Object.fromEntries(posts),
    'config.toml':
      'baseURL = "https://site.example/"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap", "home", "404"]\n',
    'layouts/_default/single.html': '{{ .Content }}',
    'layouts/_default/list.html': '',
  });
  execFileSync('hugo', ['--quiet', '-s', site]);
  const pageOf = (name: string): string => readFileSync(join(site, 'public', name.toLowerCase(), 'index.html'), 'utf8');
  return Object.fromEntries(Object.keys(bodies).map((name) => [name, pageOf(name)]));
}

function missingUnless(isHere: boolean, name: string): { missing?: string } {
  return isHere ? {} : { missing: `${name} is not installed` };
}

function succeeds(program: string, args: readonly string[]): boolean {
  try {
    execFileSync(program, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false; // It is not there.
  }
}
