import { createMultibyteEncoder } from '@exodus/bytes/multi-byte.js';
import { describe, expect, it } from 'vitest';
import { runCli } from './built-cli.ts';

const STORY = `<article>${'<p>The night ferry was late again, the harbour office said, and nobody could say why.</p>'.repeat(4)}</article>`;

interface Answer {
  readonly id: unknown;
  readonly title: string | null;
  readonly text: string;
  readonly post: string | null;
  readonly warnings: readonly string[];
  readonly error: string | null;
  readonly ms: number;
}

async function ask(lines: readonly unknown[]): Promise<readonly Answer[]> {
  const input = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
  const { code, stdout, stderr } = await runCli(['ndjson'], { input });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Answer);
}

describe('jianbao ndjson', { timeout: 120_000 }, () => {
  it('clips a page whose style sheet jsdom cannot read', async () => {
    const broken = '<style>@media screen { div { min-height: calc(100vh - (80px + 2em ; } } }</style>';
    const hidden = '<p style="margin: calc(1px + (2px ; display: none">Not to be seen.</p>';
    const html = `${broken}<h1>Broken</h1>${STORY.replace('</article>', `${hidden}</article>`)}`;
    const [answer] = await ask([{ id: 'a', url: 'https://news.example/ferry', html }]);
    expect(answer?.error).toBeNull();
    expect(answer?.text).toContain('The night ferry was late again');
    expect(answer?.text).not.toContain('Not to be seen');
  });

  it('answers every line in order and goes on after a bad one', async () => {
    const url = 'https://news.example/ferry';
    const answers = await ask([
      `\ufeff${JSON.stringify({ id: 'a', url, html: `<h1>First</h1>${STORY}` })}`,
      'this is no JSON',
      { id: 'b', url: 'nowhere', html: STORY },
      { id: 'c', url },
      { id: 'd', url, html: '' },
      { id: 'e', url, html: `<h1>Last</h1>${STORY}` },
    ]);
    expect(answers.map(({ id }) => id)).toEqual(['a', null, 'b', 'c', 'd', 'e']);
    expect(answers.map(({ title }) => title)).toEqual(['First', null, null, null, null, 'Last']);
    for (const { error, post } of answers.slice(1, 5)) {
      expect(error).toMatch(/^[A-Z].*\.$/);
      expect(post).toBeNull();
    }
  });

  it('answers the same, in the same order, by any number of threads', async () => {
    const sizes = [40, 1, 9, 2, 3, 5];
    const lines = sizes.map((size, id) => {
      const html = `<h1>Ferry ${id}</h1><time datetime="2026-11-03T08:30:00+08:00">3 November 2026</time>${STORY.repeat(size)}`;
      return JSON.stringify({ id, url: `https://news.example/ferry-${id}`, html });
    });
    const run = (jobs: string) => runCli(['ndjson', '--jobs', jobs], { input: lines.join('\n') });
    const [one, four] = [await run('1'), await run('4')];
    const withoutTimes = (stdout: string) => stdout.replace(/"ms":[\d.]+/g, '');
    expect(withoutTimes(four.stdout)).toBe(withoutTimes(one.stdout));
    expect(one.stdout.trimEnd().split('\n')).toHaveLength(sizes.length);
    expect((await runCli(['ndjson', '--jobs', 'all'])).code).toBe(2);
  });

  it('answers with exactly the fields that measuring tools read', async () => {
    const [answer] = await ask([{ id: 7, url: 'https://news.example/ferry', html: `<h1>Ferry</h1>${STORY}` }]);
    expect(Object.keys(answer ?? {})).toEqual(
      'id title authors published siteName lang text markdown post fileName html warnings error ms'.split(' '),
    );
  });

  it('names what was dropped from the page, where it is asked for', async () => {
    const html = `<h1>Ferry</h1>${STORY.replace('</article>', '<div class="share-bar">Share this story</div></article>')}`;
    const line = JSON.stringify({ id: 1, url: 'https://news.example/ferry', html });
    const { stdout } = await runCli(['ndjson', '--trace'], { input: line });
    const { trace } = JSON.parse(stdout) as { trace: readonly { pass: string; text: string }[] };
    expect(trace).toContainEqual(expect.objectContaining({ pass: 'share-bars', text: 'Share this story' }));
  });

  it('says that a page has further pages, which are not read', async () => {
    const url = 'https://news.example/ferry';
    const links = `<nav><span>1</span> <a href="${url}?page=2">2</a> <a rel="next" href="${url}?page=2">Next page</a></nav>`;
    const [whole, first] = await ask([
      { id: 'whole', url, html: `<h1>Ferry</h1>${STORY}` },
      { id: 'first', url, html: `<h1>Ferry</h1>${STORY}${links}` },
    ]);
    expect(whole?.warnings).not.toContain('pages-missing');
    expect(first?.warnings).toContain('pages-missing');
    expect(first?.text).toBe(whole?.text);
  });

  it('finds out the charset of raw bytes', async () => {
    const title = '夜間フェリーの表ソ能';
    const bytes = createMultibyteEncoder('shift_jis')(`<meta charset=sjis><h1>${title}</h1>${STORY}`);
    const [answer] = await ask([
      { id: 1, url: 'https://news.example/', base64: Buffer.from(bytes).toString('base64'), contentType: 'text/html' },
    ]);
    expect(answer?.title).toBe(title);
  });

  it('ends in an answer on a page nested ten thousand deep', async () => {
    const deep = `<h1>Deep</h1>${'<div>'.repeat(10_000)}${STORY}`;
    const [first, second] = await ask([
      { id: 1, url: 'https://news.example/', html: deep },
      { id: 2, url: 'https://news.example/', html: `<h1>After</h1>${STORY}` },
    ]);
    expect(first?.error ?? first?.text).not.toBe('');
    expect(first?.error ?? '').not.toMatch(/stack|RangeError/);
    expect(second?.title).toBe('After');
  });
});
