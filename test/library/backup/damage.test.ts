import fc from 'fast-check';
import { strToU8, Zip, ZipDeflate, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { packZip } from '../../../src/library/backup/pack-zip.ts';
import { BACKUP_LIMITS, readBackup } from '../../../src/library/backup/read-backup.ts';
import { openZip } from '../../../src/library/backup/read-zip.ts';
import type { BackupContents } from '../../../src/library/backup/stage-backup.ts';
import { writeBackup } from '../../../src/library/backup/write-backup.ts';
import { keepPicture } from '../../../src/library/commands/pictures.ts';
import { saveClip } from '../../../src/library/commands/save-clip.ts';
import type { Library } from '../../../src/library/store/database.ts';
import { temporaryLibrary } from '../../fakes/library.ts';
import { saveRequest, story } from '../../fakes/story.ts';

const { signal } = new AbortController();
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** A backup of three clips, one with a picture whose bytes are those of an archive with a clip in it. */
async function backup(): Promise<Uint8Array<ArrayBuffer>> {
  const library = temporaryLibrary();
  for (const id of ['a', 'b', 'c']) {
    await saveClip(
      library,
      saveRequest(id, { article: story({ url: `https://news.example/${id}`, text: `text of ${id}` }) }),
    );
  }
  const inner = zipSync(
    { 'clips/000001.json': strToU8('{}'), 'settings.json': strToU8('{"language":"en"}') },
    { level: 0 },
  );
  await keepPicture(library, 'a', 'https://news.example/1', {
    type: 'png',
    bytes: Uint8Array.from([...PNG, ...inner]),
  });
  const file = await writeBackup(library, { settings: { preset: 'hugo' }, presets: {}, sites: {}, now: 1 });
  return new Uint8Array(await file.arrayBuffer());
}

/** Restores, taking nothing of what is damaged. */
async function restore(bytes: Uint8Array<ArrayBuffer>, library: Library = temporaryLibrary()) {
  const asked: BackupContents[] = [];
  const report = await readBackup(library, new Blob([bytes]), {
    restoreId: '1-x',
    signal,
    onDamaged: async (contents) => {
      asked.push(contents);
      return false;
    },
  });
  const [clips, waiting] = await library.use((database) =>
    Promise.all([database.getAll('clips'), database.count('incoming')]),
  );
  expect(waiting).toBe(0);
  return { report, asked, clips };
}

test('a whole backup comes back whole, also with bytes before it and behind it', async () => {
  const bytes = await backup();
  for (const [before, behind] of [
    [0, 0],
    [1_000, 0],
    [0, 70_000],
    [3, 3],
  ]) {
    const file = new Uint8Array((before ?? 0) + bytes.length + (behind ?? 0)).fill(7);
    file.set(bytes, before);
    const { report, asked } = await restore(file);
    expect(report).toMatchObject({ restored: 3, total: 3, isTaken: true, leftOut: [] });
    expect(asked).toEqual([]);
  }
});

/** As fflate packs a stream of files, and our backups before version 3: sizes are behind the bytes of an entry. */
async function withSizesBehind(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const parts: BlobPart[] = [];
  const zip = new Zip((_error, chunk) => void parts.push(new Uint8Array(chunk)));
  for (const [name, content] of await contentsOf(bytes)) {
    const file = new ZipDeflate(name, { level: 6 });
    zip.add(file);
    file.push(content, true);
  }
  zip.end();
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

async function contentsOf(bytes: Uint8Array<ArrayBuffer>): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
  const archive = await openZip(new Blob([bytes]), BACKUP_LIMITS);
  const contents = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const name of archive.names) {
    const read = await archive.read(name);
    if ('content' in read) contents.set(name, read.content);
  }
  return contents;
}

/** Returns the names of entries whose content was never written. A name has no checksum. */
function forgedIn(read: ReadonlyMap<string, Uint8Array>, sound: ReadonlyMap<string, Uint8Array>): string[] {
  const written = new Set([...sound.values()].map(String));
  return [...read].filter(([, content]) => !written.has(String(content))).map(([name]) => name);
}

test.each([
  ['sizes before', 3, async (bytes: Uint8Array<ArrayBuffer>) => bytes],
  ['sizes behind', 11, withSizesBehind],
])('cut anywhere, it brings what is whole, and says that its end is missing: %s', async (_, step, packed) => {
  const bytes = await packed(await backup());
  const sound = await contentsOf(bytes);
  let most = sound.size;
  for (let length = bytes.length - 1; length > 1; length -= step) {
    const cut = bytes.slice(0, length);
    const { problems } = await openZip(new Blob([cut]), BACKUP_LIMITS);
    const read = await contentsOf(cut);
    expect(problems, `cut at ${length}`).toEqual([{ name: '', problem: 'cut-off' }]);
    expect(forgedIn(read, sound), `cut at ${length}`).toEqual([]);
    // In the order in which they were written, none left out, and never more of fewer bytes.
    expect([...read.keys()]).toEqual([...sound.keys()].slice(0, read.size));
    expect(read.size).toBeLessThanOrEqual(most);
    most = read.size;
    if (length === bytes.length - 1) expect(most).toBe(sound.size);
  }
  expect(most).toBe(0);
});

test('of a cut backup the user is told how much is whole, and nothing is taken before the answer', async () => {
  const bytes = await backup();
  const at = new TextDecoder('latin1').decode(bytes).indexOf('clips/000002.json');
  const { report, asked, clips } = await restore(bytes.slice(0, at + 40));
  expect(asked).toMatchObject([{ clips: 2, total: 3 }]);
  expect(asked[0]?.leftOut[0]).toEqual({ name: '', reason: 'cut-off', detail: '' });
  expect(report).toMatchObject({ isTaken: false, restored: 0 });
  expect(clips).toEqual([]);
});

test('cut, and any byte flipped: no entry is read that was not written', async () => {
  const bytes = await backup();
  const sound = await contentsOf(bytes);
  const directory = new TextDecoder('latin1').decode(bytes).lastIndexOf('PK\u0003\u0004');
  for (let at = 0; at < directory; at += 3) {
    const cut = bytes.with(at, (bytes[at] ?? 0) ^ (1 << (at % 8))).slice(0, directory);
    const read = await contentsOf(cut);
    expect(forgedIn(read, sound), `byte ${at}`).toEqual([]);
  }
});

test('a size that is wrong by just so much that a picture’s bytes come next adds nothing', async () => {
  const forged = zipSync({ 'clips/000009.json': strToU8('{"forged": true}') }, { level: 0 });
  const entries = [
    { name: 'clips/000000.json', content: '{"a": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}' },
    { name: 'pictures/000000/0.png', content: new Uint8Array(forged) },
  ];
  const bytes = new Uint8Array(await (await packZip(entries)).arrayBuffer());
  const view = new DataView(bytes.buffer);
  const inner = new TextDecoder('latin1').decode(bytes).indexOf('clips/000009.json') - 30;
  view.setUint32(18, inner - 30 - 'clips/000000.json'.length, true);
  // Without its directory.
  const cut = bytes.slice(0, inner + forged.length);
  expect([...(await contentsOf(cut)).keys()]).toEqual([]);
});

test('any byte flipped, all that is read is what was written, or it is said to be damaged', async () => {
  const bytes = await backup();
  const sound = new Map<string, string>();
  const read = async (file: Uint8Array<ArrayBuffer>) => {
    const archive = await openZip(new Blob([file]), BACKUP_LIMITS);
    let damaged = archive.problems.length;
    const contents = new Map<string, string>();
    for (const name of archive.names) {
      const unpacked = await archive.read(name);
      if ('content' in unpacked) contents.set(name, String(unpacked.content));
      else damaged++;
    }
    return { contents, damaged };
  };
  for (const [name, content] of (await read(bytes)).contents) sound.set(name, content);
  expect(sound.size).toBe(11);
  for (let at = 0; at < bytes.length; at++) {
    const file = bytes.with(at, (bytes[at] ?? 0) ^ (1 << (at % 8)));
    const { contents, damaged } = await read(file);
    for (const [name, content] of contents) expect(content === sound.get(name), `${name}, byte ${at}`).toBe(true);
    expect(contents.size === sound.size || damaged > 0, `byte ${at}`).toBe(true);
  }
});

test('of a damaged backup the user is told how much is whole, and nothing is taken before the answer', async () => {
  const bytes = await backup();
  const { names } = await openZip(new Blob([bytes]), BACKUP_LIMITS);
  const at = new TextDecoder('latin1').decode(bytes).indexOf('clips/000001.json') + 60;
  const file = bytes.with(at, (bytes[at] ?? 0) ^ 0xff);
  expect(names).toContain('clips/000001.json');
  const { report, asked, clips } = await restore(file);
  expect(asked).toMatchObject([{ clips: 2, total: 3, leftOut: [{ name: 'clips/000001.json', reason: 'damaged' }] }]);
  expect(report).toMatchObject({ isTaken: false, restored: 0 });
  expect(clips).toEqual([]);
});

test('clips and pictures that the backup says it has, and has not, are missing', async () => {
  const library = temporaryLibrary();
  const bytes = await backup();
  const archive = await openZip(new Blob([bytes]), BACKUP_LIMITS);
  const kept: { name: string; content: Uint8Array<ArrayBuffer> }[] = [];
  for (const name of archive.names.filter((each) => each !== 'clips/000002.json' && !each.startsWith('pictures/'))) {
    const unpacked = await archive.read(name);
    if ('content' in unpacked) kept.push({ name, content: unpacked.content });
  }
  const { asked } = await restore(new Uint8Array(await (await packZip(kept)).arrayBuffer()), library);
  expect(asked[0]?.leftOut).toEqual([
    { name: 'pictures/000000/0.png', reason: 'missing', detail: '' },
    { name: 'jianbao-backup.json', reason: 'missing', detail: '1' },
  ]);
});

test('a name that is there twice is said to be', async () => {
  const twice = [
    { name: 'clips/000000.json', content: '{}' },
    { name: 'clips/000000.json', content: '{"a": 1}' },
  ];
  const { problems } = await openZip(await packZip(twice), BACKUP_LIMITS);
  expect(problems).toEqual([{ name: 'clips/000000.json', problem: 'twice' }]);
});

test('more entries than a 16-bit number counts are read', async () => {
  const entries = Array.from({ length: 65_536 + 3 }, (_, n) => [`clips/${n}.json`, new Uint8Array()]);
  const file = new Uint8Array(zipSync(Object.fromEntries(entries), { level: 0 }));
  const archive = await openZip(new Blob([file]), BACKUP_LIMITS);
  expect(archive.names).toHaveLength(65_539);
});

test('whatever is packed is unpacked', async () => {
  const entry = fc.record({ name: fc.stringMatching(/^[a-z]{1,9}$/), content: fc.uint8Array({ maxLength: 300 }) });
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(entry, { selector: ({ name }) => name, maxLength: 8 }), async (entries) => {
      const packed = await packZip(entries.map(({ name, content }) => ({ name, content: new Uint8Array(content) })));
      const archive = await openZip(packed, BACKUP_LIMITS);
      expect(archive.names).toEqual(entries.map(({ name }) => name));
      for (const { name, content } of entries)
        expect(await archive.read(name)).toEqual({ content: new Uint8Array(content) });
    }),
    { numRuns: 50 },
  );
});

test('a restore that is cancelled leaves the library as it was', async () => {
  const bytes = await backup();
  for (const after of [0, 2, 6]) {
    const library = temporaryLibrary();
    const stop = new AbortController();
    const onProgress = (done: number): void => {
      if (done > after) stop.abort();
    };
    const request = { restoreId: '1-x', signal: stop.signal, onProgress, onDamaged: async () => true };
    await expect(readBackup(library, new Blob([bytes]), request)).rejects.toMatchObject({ name: 'AbortError' });
    const left = await library.use((database) =>
      Promise.all((['clips', 'contents', 'pictures', 'incoming'] as const).map((store) => database.count(store))),
    );
    expect(left).toEqual([0, 0, 0, 0]);
  }
});

test('of two versions the one with the higher number is newer, whatever the clocks said; the other is kept', async () => {
  const source = temporaryLibrary();
  await saveClip(source, saveRequest('a', { now: 1 }));
  await saveClip(
    source,
    saveRequest('a', { article: story({ text: 'third' }), as: { kind: 'update', id: 'a' }, now: 2 }),
  );
  await saveClip(
    source,
    saveRequest('a', { article: story({ text: 'fourth' }), as: { kind: 'update', id: 'a' }, now: 3 }),
  );
  const file = await writeBackup(source, { settings: {}, presets: {}, sites: {}, now: 1 });
  const library = temporaryLibrary();
  const ahead = Date.parse('2099-01-01');
  await saveClip(library, saveRequest('a', { article: story({ text: 'of a clock that was ahead' }), now: ahead }));
  const { report } = await restore(new Uint8Array(await file.arrayBuffer()), library);
  expect(report).toMatchObject({ restored: 1, kept: 0 });
  const [text, versions] = await library.use((database) =>
    Promise.all([database.get('texts', 'a'), database.getAll('versions')]),
  );
  expect(text?.text).toBe('fourth');
  expect(versions).toMatchObject([
    { version: 1, text: 'of a clock that was ahead' },
    { version: 2, text: 'third' },
  ]);
});

test('a story that was found in a folder is not doubled by the backup that has it too', async () => {
  const bytes = await backup();
  const library = temporaryLibrary();
  const found = story({ url: 'https://news.example/a', html: '', text: 'text of a' });
  await saveClip(library, saveRequest('found', { article: found, targetIds: ['folder:1'] }));
  const { report, clips } = await restore(bytes, library);
  expect(report.restored).toBe(3);
  expect(clips.map(({ id }) => id).toSorted()).toEqual(['b', 'c', 'found']);
  const [content, pictures, deliveries] = await library.use((database) =>
    Promise.all([database.get('contents', 'found'), database.getAllKeys('pictures'), database.getAll('deliveries')]),
  );
  expect(content?.source.html).toBe('<p>text of a</p>');
  expect(pictures).toEqual([['found', 'https://news.example/1']]);
  expect(deliveries).toMatchObject([{ clipId: 'found', targetId: 'folder:1' }]);
});

test.each([
  ['_plugins/x.rb', undefined],
  ['../out.md', undefined],
  ['/etc/passwd.md', undefined],
  ['.hidden/a.md', undefined],
  ['a/.git.md', undefined],
  ['C:\\x.md', undefined],
  ['_posts/what?.MD', '_posts/what.md'],
  ['_posts/a.md', '_posts/a.md'],
])('a restored clip with the path %s', async (path, expected) => {
  const source = temporaryLibrary();
  await saveClip(source, saveRequest('a', { post: { ...saveRequest('a').post, path } }));
  const file = await writeBackup(source, { settings: {}, presets: {}, sites: {}, now: 1 });
  const library = temporaryLibrary();
  await restore(new Uint8Array(await file.arrayBuffer()), library);
  expect((await library.use((database) => database.get('posts', 'a')))?.path).toBe(expected);
});
