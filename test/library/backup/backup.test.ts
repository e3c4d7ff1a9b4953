import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { exportJson, exportPosts } from '../../../src/library/backup/export-clips.ts';
import type { ExportRun } from '../../../src/library/backup/export-run.ts';
import { BACKUP_LIMITS, type RestoreRequest, readBackup } from '../../../src/library/backup/read-backup.ts';
import { openZip } from '../../../src/library/backup/read-zip.ts';
import { writeBackup } from '../../../src/library/backup/write-backup.ts';
import { deleteClips } from '../../../src/library/commands/delete-clips.ts';
import { keepPicture, keptPictures } from '../../../src/library/commands/pictures.ts';
import { restoreClips } from '../../../src/library/commands/restore-clips.ts';
import { saveClip } from '../../../src/library/commands/save-clip.ts';
import { readWholeClip } from '../../../src/library/queries/read-whole-clip.ts';
import type { Library } from '../../../src/library/store/database.ts';
import { temporaryLibrary } from '../../fakes/library.ts';
import { saveRequest } from '../../fakes/story.ts';

const settings = { preset: 'hugo' };
const presets = { own: [], changes: {} };
const sites = { rules: [], defaults: [] };

/** Restores as the page does; what is whole of a damaged backup only where a test says so. */
function restore(library: Library, file: Blob, changes: Partial<RestoreRequest> = {}) {
  const { signal } = new AbortController();
  return readBackup(library, file, { restoreId: '1-test', signal, onDamaged: async () => true, ...changes });
}
const bytes = (text: string) => new TextEncoder().encode(text);

async function namesOf(file: Blob): Promise<readonly string[]> {
  return (await openZip(file, BACKUP_LIMITS)).names;
}

test('a restored library is the library that was backed up', async () => {
  const before = temporaryLibrary();
  const { published: _emptied, ...draft } = saveRequest('b').draft;
  await saveClip(before, saveRequest('a'));
  await saveClip(before, saveRequest('b', { draft, notes: '备注' }));
  const file = await writeBackup(before, { settings, presets, sites, now: 1 });

  const after = temporaryLibrary();
  expect(await restore(after, file)).toEqual({
    clips: 2,
    total: 2,
    restored: 2,
    kept: 0,
    leftOut: [],
    isTaken: true,
    trashed: 0,
    settings,
    presets,
    sites,
  });
  for (const id of ['a', 'b']) {
    expect(await readWholeClip(after, id)).toEqual({ ...(await readWholeClip(before, id)), deliveries: [] });
  }
  expect(await restore(after, file)).toMatchObject({ restored: 0, kept: 2 });
});

const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]);
const PICTURED = {
  ...saveRequest('a').post,
  text: '![](/assets/a/1.jpg) ![](/assets/a/2.png)',
  assets: [
    { url: 'https://news.example/1', path: 'assets/a/1.jpg', link: '/assets/a/1.jpg' },
    { url: 'https://news.example/2', path: 'assets/a/2.png', link: '/assets/a/2.png' },
  ],
};

test('pictures are backed up with their clip, and come back with it', async () => {
  const before = temporaryLibrary();
  await saveClip(before, saveRequest('a', { post: PICTURED }));
  await saveClip(before, saveRequest('b'));
  await keepPicture(before, 'a', 'https://news.example/1', { type: 'png', bytes: PNG });
  const file = await writeBackup(before, { settings, presets, sites, now: 1 });
  const after = temporaryLibrary();
  expect(await restore(after, file)).toMatchObject({ restored: 2, leftOut: [] });
  expect(await keptPictures(after, 'a')).toEqual(new Map([['https://news.example/1', { type: 'png', bytes: PNG }]]));
});

test('a deleted clip takes its pictures with it, and brings them back', async () => {
  const library = temporaryLibrary();
  await saveClip(library, saveRequest('a', { post: PICTURED }));
  await keepPicture(library, 'a', 'https://news.example/1', { type: 'png', bytes: PNG });
  const deleted = await deleteClips(library, ['a'], 5);
  await keepPicture(library, 'a', 'https://news.example/2', { type: 'png', bytes: PNG });
  await restoreClips(library, deleted);
  expect([...(await keptPictures(library, 'a')).keys()]).toEqual(['https://news.example/1']);
});

test('exported posts have the pictures that are kept, under names that fit them; the others stay links', async () => {
  const library = temporaryLibrary();
  await saveClip(library, saveRequest('a', { post: PICTURED }));
  await saveClip(library, saveRequest('b', { post: PICTURED }));
  for (const id of ['a', 'b']) await keepPicture(library, id, 'https://news.example/1', { type: 'png', bytes: PNG });
  const files = new Map<string, string>();
  const archive = await openZip(await exportPosts(library, ['a', 'b']), BACKUP_LIMITS);
  for (const name of archive.names) {
    const read = await archive.read(name);
    if ('content' in read) files.set(name, new TextDecoder().decode(read.content));
  }
  expect([...files.keys()]).toEqual([
    PICTURED.path,
    'assets/a/1.png',
    PICTURED.path.replace('.md', '-2.md'),
    'assets/a/1-2.png',
  ]);
  expect(files.get(PICTURED.path)).toBe('![](/assets/a/1.png) ![](https://news.example/2)');
});

test('what is newer in the library stays', async () => {
  const library = temporaryLibrary();
  await saveClip(library, saveRequest('a'));
  const file = await writeBackup(library, { settings, presets, sites, now: 1 });
  await saveClip(library, saveRequest('a', { notes: 'newer', now: 1_900_000_000_000 }));
  expect(await restore(library, file)).toMatchObject({ restored: 0, kept: 1 });
  expect((await readWholeClip(library, 'a'))?.clip.notes).toBe('newer');
});

test('a hostile archive brings in what is sound, and names what it left out', async () => {
  const source = temporaryLibrary();
  await saveClip(source, saveRequest('a'));
  const sound = JSON.parse(await (await exportJson(source, ['a'])).text())[0];
  const clip = (changes: object) => bytes(JSON.stringify({ ...sound, ...changes }));
  const archive = zipSync({
    'clips/000000.json': clip({ __proto__: null, extra: 1 }),
    'clips/000001.json': clip({ clip: { ...sound.clip, id: '../../etc' } }),
    'clips/000002.json': clip({ clip: { ...sound.clip, url: 'javascript:alert(1)' } }),
    'clips/000003.json': clip({ post: { ...sound.post, path: '../../.bashrc' } }),
    'clips/000004.json': clip({ content: { ...sound.content, source: { ...sound.content.source, tags: 'x' } } }),
    'clips/000005.json': bytes('{"__proto__": {"polluted": 1}'),
    'clips/000006.json': new Uint8Array([0xff, 0xfe, 0x22]),
    '../../../outside.txt': bytes('x'),
    '/etc/passwd': bytes('x'),
  });
  const library = temporaryLibrary();
  const report = await restore(library, new Blob([new Uint8Array(archive)]));
  expect(report.restored).toBe(1);
  expect(report.leftOut.map(({ name, reason, detail }) => `${name} ${reason} ${detail}`.trim())).toEqual([
    '../../../outside.txt not-ours',
    '/etc/passwd not-ours',
    'clips/000001.json wrong-field clip.id',
    'clips/000002.json wrong-field clip.url',
    'clips/000003.json wrong-field post.path',
    'clips/000004.json wrong-field source.tags',
    'clips/000005.json not-json',
    'clips/000006.json not-json',
  ]);
  expect(await library.use((database) => database.getAllKeys('clips'))).toEqual(['a']);
  expect('polluted' in {}).toBe(false);
});

test('a bomb is stopped by what comes out of it, not by what it says', async () => {
  const bomb = zipSync({ 'clips/000000.json': new Uint8Array(40 * 1024 * 1024), 'clips/000001.json': bytes('{}') });
  expect(bomb.length).toBeLessThan(100_000);
  const report = await restore(temporaryLibrary(), new Blob([new Uint8Array(bomb)]));
  expect(report).toMatchObject({ restored: 0 });
  expect(report.leftOut[0]).toMatchObject({ name: 'clips/000000.json', reason: 'too-large' });
});

test.each([
  ['a text', new Blob(['hello, this is no archive']), 'not-a-zip'],
  [
    'half an archive',
    new Blob([new Uint8Array(zipSync({ 'clips/000000.json': bytes('{}') })).slice(0, 40)]),
    'cut-off',
  ],
])('%s does no harm', async (_, file, reason) => {
  const report = await restore(temporaryLibrary(), file);
  expect(report.restored).toBe(0);
  expect(report.leftOut[0]?.reason).toBe(reason);
});

test('exported posts have their paths, and two of one path have two names', async () => {
  const library = temporaryLibrary();
  const post = { path: '_posts/same.md', frontMatter: '', body: '', text: 'x', assets: [] };
  await saveClip(library, saveRequest('a', { post }));
  await saveClip(library, saveRequest('b', { post: { ...post, path: '_posts/Same.md' } }));
  await saveClip(library, saveRequest('c'));
  expect(await namesOf(await exportPosts(library, ['a', 'b', 'c', 'gone']))).toEqual([
    '_posts/same.md',
    '_posts/Same-2.md',
    '_posts/2024-03-01-c.md',
  ]);
});

test('an export and a backup say how far they are, and stop when they are told to', async () => {
  const library = temporaryLibrary();
  for (const id of ['a', 'b', 'c']) await saveClip(library, saveRequest(id));
  const parts = { settings: {}, presets: {}, sites: {}, now: 0 };
  for (const write of [
    (run: ExportRun) => exportPosts(library, ['a', 'b', 'c'], run),
    (run: ExportRun) => exportJson(library, ['a', 'b', 'c'], run),
    (run: ExportRun) => writeBackup(library, { ...parts, ...run }),
  ]) {
    const steps: string[] = [];
    await write({ onProgress: (done, total) => steps.push(`${done}/${total}`) });
    expect(steps).toEqual(['1/3', '2/3', '3/3']);
    const stop = new AbortController();
    const stopped: number[] = [];
    const onProgress = (done: number): void => {
      stopped.push(done);
      stop.abort();
    };
    await expect(write({ signal: stop.signal, onProgress })).rejects.toThrow('abort');
    expect(stopped).toEqual([1]);
  }
});
