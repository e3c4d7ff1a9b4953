import { execFileSync } from 'node:child_process';
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type TemporaryFolder, temporaryFolder } from '../fakes/temporary-folder.ts';
import { buildCli, runCli } from './built-cli.ts';
import { type NewsServer, startNewsServer } from './news-server.ts';

const TEXT = ['The night ferry was late.', 'Nobody knew why.', 'The harbour office said nothing.'];

function page(title: string, day: string, paragraphs: readonly string[] = TEXT): string {
  const date = `<meta property="article:published_time" content="2026-11-${day}T08:30:00+08:00">`;
  const told = paragraphs.map((each) => `<p>${each} ${'It waited at the quay for two hours. '.repeat(3)}${each}</p>`);
  return `<title>${title}</title>${date}<article><h1>${title}</h1>${told.join('')}</article>`;
}

const OTHER = ['Snow fell in the hills.', 'Trains stood still until noon.', 'Schools were closed for the day.'];

const PAGES = {
  ferry: page('Ferry late again', '03'),
  reworded: page('Two hours at the quay', '03', [...TEXT, 'A second boat was sent.']),
  another: page('Snow stops the trains', '03', OTHER),
  'next-day': page('Ferry late again', '04', ['Fog came up.', 'Planes were sent elsewhere.', 'It cleared at noon.']),
};

/** What the one address of the site shows now. */
const replies = { '/ferry': { body: '' } };
let folder: TemporaryFolder;
let server: NewsServer;
beforeAll(async () => {
  server = await startNewsServer(replies);
  await buildCli();
}, 120_000);
afterAll(() => server.close());
beforeEach(() => {
  folder = temporaryFolder();
});

function clip(shown: keyof typeof PAGES, ...more: string[]) {
  replies['/ferry'].body = PAGES[shown];
  return runCli(['clip', `${server.origin}/ferry`, '--out', folder.path, ...more]);
}

it('a story with a new headline is not written twice: its file is named and left, and --update replaces it', async () => {
  const path = (await clip('ferry')).stdout.trim();
  folder.write(path, `${folder.files()[path]}\nA note by hand.\n`);
  const left = await clip('reworded');
  expect(left).toMatchObject({ code: 0, stdout: `${path}\n` });
  expect(left.stderr).toContain(`${path} has this story already, with another text, and was left as it is.`);
  expect(left.stderr).toContain(`jianbao clip --out ${folder.path} --update ${server.origin}/ferry`);
  expect(Object.keys(folder.files())).toEqual([path]);
  expect(folder.files()[path]).toContain('A note by hand.');

  const updated = await clip('reworded', '--update');
  expect(updated).toMatchObject({ code: 0, stdout: `${path}\n`, stderr: '' });
  expect(Object.keys(folder.files())).toEqual([path]);
  expect(folder.files()[path]).toContain('A second boat was sent.');
});

it('a file that was renamed by hand is found, and nothing is said where it has the same text', async () => {
  const path = (await clip('ferry')).stdout.trim();
  renameSync(join(folder.path, path), join(folder.path, '_posts/my-name.md'));
  expect(await clip('ferry')).toMatchObject({ code: 0, stdout: '_posts/my-name.md\n', stderr: '' });
  expect(Object.keys(folder.files())).toEqual(['_posts/my-name.md']);
});

it('another story under the same address, and the next day’s of the same title, get files of their own', async () => {
  const paths: string[] = [];
  for (const name of ['ferry', 'another', 'next-day'] as const) paths.push((await clip(name)).stdout.trim());
  expect(new Set(paths).size).toBe(3);
  expect(Object.keys(folder.files()).sort()).toEqual([...paths].sort());
});

it('does not commit an edit by hand in a file that it leaves', async () => {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: folder.path, encoding: 'utf8' });
  git('init', '-q', '-b', 'main');
  git('config', 'user.name', 'Archivist');
  git('config', 'user.email', 'archivist@example.org');
  const path = (await clip('ferry', '--git', 'commit')).stdout.trim();
  folder.write(path, `${folder.files()[path]}\nA note by hand.\n`);
  expect(await clip('reworded', '--git', 'commit')).toMatchObject({ code: 0, stdout: `${path}\n` });
  expect(git('status', '--porcelain')).toBe(` M ${path}\n`);
});
