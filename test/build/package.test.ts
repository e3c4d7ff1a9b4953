import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import project from '../../package.json' with { type: 'json' };

function packagesMadeIn(zone: string): Buffer[] {
  execFileSync('node', ['scripts/run-typescript.mjs', 'scripts/package.ts'], { env: { ...process.env, TZ: zone } });
  return ['chrome', 'firefox'].map((browser) => readFileSync(`dist/jianbao-${project.version}-${browser}.zip`));
}

const hash = (file: Buffer): string => createHash('sha256').update(file).digest('hex');

/** The files of an archive, as another program unpacks them. */
function unpacked(zip: Buffer): Record<string, string> {
  const decoder = new TextDecoder();
  return Object.fromEntries(Object.entries(unzipSync(zip)).map(([path, bytes]) => [path, decoder.decode(bytes)]));
}

it('makes small packages, the same in every time zone', () => {
  const packages = packagesMadeIn('Asia/Shanghai');
  expect(packages.map(hash)).toEqual(packagesMadeIn('America/Los_Angeles').map(hash));
  for (const [n, browser] of ['chrome', 'firefox'].entries()) {
    const files = unpacked(packages[n] ?? Buffer.alloc(0));
    for (const path of ['manifest.json', 'content.js', '_locales/zh_CN/messages.json']) {
      expect(files[path]).toBe(readFileSync(`dist/${browser}/${path}`, 'utf8'));
    }
  }
  // Six kinds of targets with their protocols; the background has a copy of what it shares with the pages. 65 kB read
  // feeds, 35 kB are the picker, the page's blocks and the batches; highlighter, further pages, side panel and reader view
  // brought it to 667 kB, and to 697 kB what each answer of a server means, dates in Chinese, large pages with their progress,
  // and Markdown as kramdown and Hugo read it: loaded where they are asked for, never by the popup. 705 kB: a style sheet of
  // the popup's own, saves that could not be carried out, tags of thousands, lines of date and source in East Asia.
  // 713 kB: the popup's first script draws the story, what plans a post is a file that the popup drops. 717 kB: so is what judges
  // a page’s answer, with a copy of the library for it. 719 kB: what East Asian publishers say of themselves, a Save that is
  // written down before the library is open, changes of the library in turn.
  for (const { length } of packages) expect(length).toBeLessThanOrEqual(720_000);
});

it('packs the command line for npm, and nothing else of the project', () => {
  const list = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { encoding: 'utf8' });
  const [pack] = JSON.parse(list) as { files: { path: string }[] }[];
  const parts = readdirSync('dist/cli').map((name) => `dist/cli/${name}`);
  expect(parts).toContain('dist/cli/clip-worker.js');
  expect(pack?.files.map(({ path }) => path).toSorted()).toEqual(
    ['LICENSE', 'README.md', 'dist/cli.js', 'package.json', ...parts].toSorted(),
  );
});
