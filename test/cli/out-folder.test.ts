import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { saveInFolder } from '../../src/cli/out-folder.ts';
import { draftOf } from '../../src/core/model/draft.ts';
import type { Preset } from '../../src/core/model/preset.ts';
import { DEFAULT_PRESET, PRESETS } from '../../src/core/post/presets/presets.ts';
import { toPost } from '../../src/core/post/to-post.ts';
import { story } from '../fakes/story.ts';
import { temporaryFolder } from '../fakes/temporary-folder.ts';

const URL_1 = 'https://news.example/2024/ferry_1?a=(1)';

function save(folder: string, { preset = DEFAULT_PRESET, url = URL_1, text = 'One.' }: Partial<Case> = {}) {
  return saveInFolder(folder, toPost(draftOf(story({ url, text, markdown: text }), 0), preset), url);
}

interface Case {
  readonly preset: Preset;
  readonly url: string;
  readonly text: string;
}

test.each(PRESETS.map((preset) => [preset.id, preset] as const))(
  '%s: the same story updates its own file, another one takes the next name',
  async (_, preset) => {
    const folder = temporaryFolder();
    const first = await save(folder.path, { preset });
    const other = await save(folder.path, { preset, url: 'https://news.example/other', text: 'Other.' });
    expect(await save(folder.path, { preset, text: 'Two.' })).toBe(first);
    expect(await save(folder.path, { preset, url: `${URL_1}&utm_source=x`, text: 'Three.' })).toBe(first);
    const { meta } = toPost(draftOf(story(), 0), preset);
    const files = [first, other].flatMap((path) => (meta === undefined ? [path] : [path, `${path}.meta`]));
    expect(Object.keys(folder.files()).sort()).toEqual(files.sort());
    expect(folder.files()[first]).toContain('Three.');
    expect(folder.files()[other]).toContain('Other.');
  },
);

const ODD: Readonly<Record<string, (path: string) => void>> = {
  'a folder': (path) => mkdirSync(path),
  'a link to nowhere': (path) => symlinkSync('/nowhere/at/all', path),
  'a link to a file outside': (path) => symlinkSync('/etc/hostname', path),
  'a named pipe': (path) => execFileSync('mkfifo', [path]),
  'a file of 3 GB': (path) => {
    writeFileSync(path, '');
    truncateSync(path, 3e9);
  },
  'an empty file': (path) => writeFileSync(path, ''),
};

test.skipIf(process.platform === 'win32').each(Object.entries(ODD))(
  '%s on the name: the next free one',
  async (_, make) => {
    const folder = temporaryFolder();
    const wanted = await save(folder.path);
    folder.remove(wanted);
    make(join(folder.path, wanted));
    const path = await save(folder.path);
    expect(path).toBe(wanted.replace('.md', '-2.md'));
    expect(await save(folder.path, { text: 'Again.' })).toBe(path);
  },
);

test('twenty writers of twenty stories of one name lose none', async () => {
  const folder = temporaryFolder();
  const stories = Array.from({ length: 20 }, (_, n) => ({ url: `https://news.example/${n}`, text: `Story ${n}.` }));
  const paths = await Promise.all(stories.map((one) => save(folder.path, one)));
  const files = folder.files();
  expect(paths.map((path, n) => files[path]?.includes(`Story ${n}.`))).toEqual(paths.map(() => true));
  expect(Object.keys(files)).toHaveLength(20);
});

test('writers of one story at once leave one file', async () => {
  const folder = temporaryFolder();
  await Promise.all(Array.from({ length: 10 }, (_, n) => save(folder.path, { text: `Version ${n}.` })));
  expect(Object.keys(folder.files())).toHaveLength(1);
});

test.skipIf(process.platform === 'win32')(
  'a folder of posts that is a link of the user’s own is followed',
  async () => {
    const folder = temporaryFolder();
    const elsewhere = temporaryFolder();
    symlinkSync(elsewhere.path, join(folder.path, '_posts'));
    const path = await save(folder.path);
    expect(Object.keys(elsewhere.files())).toEqual([path.replace('_posts/', '')]);
  },
);
