import { execFileSync } from 'node:child_process';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { indexFolder } from '../../../../src/delivery/targets/folder/index-folder.ts';
import { gitHostDirectory } from '../../../../src/delivery/targets/git-host/git-host-directory.ts';
import { readTar } from '../../../../src/delivery/targets/git-host/read-tar.ts';
import { connectTarget } from '../../../../src/library/commands/targets.ts';
import { HOST_NAMES, type HostBench, hostBench } from '../../../fakes/git-hosts/host-bench.ts';
import { temporaryLibrary } from '../../../fakes/library.ts';
import { temporaryFolder } from '../../../fakes/temporary-folder.ts';

const signal = new AbortController().signal;
const PATIENCE = { timeout: 180_000 };

const postOf = (n: number): string => `---\ntitle: 渡轮 ${n}\nfrom: https://news.example/${n}\n---\nStory ${n}.\n`;

async function archiveOf({ repository }: HostBench, posts: number): Promise<void> {
  const files = Array.from(
    { length: posts },
    (_, n) => [`content/_posts/${2000 + (n % 20)}/渡轮 ${n}.md`, Buffer.from(postOf(n))] as const,
  );
  const others = [
    ['content/a.png', Buffer.from('picture')],
    ['elsewhere/b.md', Buffer.from(postOf(9999))],
  ] as const;
  await repository.commit({ branch: 'main', message: 'archive', changes: new Map([...files, ...others]) });
}

test.each(HOST_NAMES)('%s: an archive is read once, then only what changed', PATIENCE, async (name) => {
  const bench = await hostBench(name);
  await archiveOf(bench, 130);
  const library = temporaryLibrary();
  const record = { kind: 'git-host', name: 'archive', access: { by: 'origins', origins: [] } as const, config: {} };
  const { id } = await connectTarget(library, record, crypto.randomUUID(), 0);
  const index = () => {
    const directory = gitHostDirectory({ host: bench.host(), name: 'archive', folder: 'content', now: Date.now });
    return indexFolder({ library, folderId: id, directory, now: Date.now }, signal);
  };
  expect(await index()).toMatchObject({ posts: 130, read: 130, removed: 0, unreadable: [] });
  // One listing in pages, at most 40 single files, one archive.
  expect(bench.served.calls.length).toBeLessThanOrEqual(50);

  await bench.repository.write('content/_posts/2001/渡轮 1.md', postOf(5000));
  await bench.repository.remove('content/_posts/2002/渡轮 2.md');
  bench.served.calls.length = 0;
  expect(await index()).toMatchObject({ posts: 129, read: 1, removed: 1 });
  // The head before and after, the comparison, the paths of both files, the changed one.
  expect(bench.served.calls.length).toBeLessThanOrEqual(6);
  expect(treeCalls(bench)).toBe(0);
  bench.served.calls.length = 0;
  expect(await index()).toMatchObject({ posts: 129, read: 0, removed: 0 });
  expect(bench.served.calls.length).toBe(1);
  const files = await library.use((database) => database.getAll('folderFiles'));
  expect(files.find(({ path }) => path === '_posts/2001/渡轮 1.md')?.url).toBe('https://news.example/5000');
  expect(files.every(({ path }) => path.startsWith('_posts/'))).toBe(true);
});

function treeCalls({ served }: HostBench): number {
  return served.calls.filter(({ path }) => /\/(?:git\/trees|repository\/tree)/.test(path)).length;
}

test.each(HOST_NAMES)('%s: what a comparison cannot tell is read from the tree', PATIENCE, async (name) => {
  const bench = await hostBench(name);
  const { repository } = bench;
  const post = (title: string) => Buffer.from(postOf(Number(title.length)));
  await repository.commit({
    branch: 'main',
    message: 'first',
    changes: new Map([
      ['a.md', post('a')],
      ['b.md', post('bb')],
    ]),
  });
  const first = (await repository.head()) ?? '';
  await repository.write('c.md', postOf(3));
  const library = temporaryLibrary();
  const record = { kind: 'git-host', name: 'archive', access: { by: 'origins', origins: [] } as const, config: {} };
  const { id } = await connectTarget(library, record, crypto.randomUUID(), 0);
  const index = () => {
    const directory = gitHostDirectory({ host: bench.host(), name: 'archive', folder: '', now: Date.now });
    return indexFolder({ library, folderId: id, directory, now: Date.now }, signal);
  };
  const paths = async () => (await library.use((database) => database.getAll('folderFiles'))).map(({ path }) => path);
  await index();

  // Somebody pushed with force: the head that was read is in no branch any more.
  await repository.git(['update-ref', 'refs/heads/main', first]);
  await repository.write('d.md', postOf(4));
  expect(await index()).toMatchObject({ posts: 3, removed: 1 });
  expect((await paths()).sort()).toEqual(['a.md', 'b.md', 'd.md']);

  // A renamed post is one that went and one that came.
  const text = await repository.blob((await repository.list((await repository.head()) ?? '', ['a.md']))[0]?.oid ?? '');
  const head = (await repository.head()) ?? '';
  const renamed = new Map([
    ['a.md', undefined],
    ['e.md', text],
  ]);
  await repository.commit({ branch: 'main', message: 'rename', changes: renamed, parent: head });
  expect(await index()).toMatchObject({ posts: 3, read: 1, removed: 1 });
  expect((await paths()).sort()).toEqual(['b.md', 'd.md', 'e.md']);

  // GitHub's own limit.
  const many = new Map(Array.from({ length: 301 }, (_, n) => [`many/${n}.md`, post('m')] as const));
  const parent = (await repository.head()) ?? '';
  await repository.commit({ branch: 'main', message: 'many', changes: many, parent });
  const now = (await repository.head()) ?? '';
  expect(await bench.host().changedPaths(parent, now, signal)).toEqual(
    name === 'Gitea' ? expect.arrayContaining([...many.keys()]) : undefined,
  );
  expect(await index()).toMatchObject({ posts: 304, read: 301 });
});

test.each(['GitHub', 'Gitea'] as const)('%s: a listing that the host cuts is made whole', PATIENCE, async (name) => {
  const bench = await hostBench(name);
  await archiveOf(bench, 130);
  const whole = await bench.host().listFiles((await bench.repository.head()) ?? '', 'content', signal);
  bench.options.treeLimit = 20;
  const cut = await bench.host().listFiles((await bench.repository.head()) ?? '', 'content', signal);
  expect(cut.map(({ path, oid }) => `${oid} ${path}`).sort()).toEqual(
    whole.map(({ path, oid }) => `${oid} ${path}`).sort(),
  );
  expect(whole).toHaveLength(131);
});

test.each(HOST_NAMES)('%s: an empty repository is an empty folder', PATIENCE, async (name) => {
  const { host } = await hostBench(name);
  const directory = gitHostDirectory({ host: host(), name: 'archive', folder: '', now: Date.now });
  expect(await directory.list('')).toEqual([]);
  expect(await directory.look('a.md')).toBeUndefined();
});

function streamOf(bytes: Uint8Array, size: number): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(Uint8Array.from(bytes.subarray(at, at + size)));
      at += size;
    },
  });
}

async function filesOf(bytes: Uint8Array, size: number): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for await (const { path, content } of readTar(streamOf(bytes, size), () => true)) {
    files[path] = new TextDecoder().decode(content);
  }
  return files;
}

test('a tar is read whole in pieces of any size, with long names, and never in part', async () => {
  const folder = temporaryFolder();
  const expected: Record<string, string> = {};
  for (const name of [
    'a.md',
    `${'long-'.repeat(30)}.md`,
    `${'渡轮'.repeat(30)}.md`,
    `${'deep/'.repeat(40)}x.md`,
    'empty.md',
  ]) {
    folder.write(name, name === 'empty.md' ? '' : `text of ${name}`);
    expected[name] = name === 'empty.md' ? '' : `text of ${name}`;
  }
  for (const format of ['pax', 'gnu', 'ustar']) {
    const names = Object.keys(expected).filter((name) => format !== 'ustar' || Buffer.byteLength(name) < 100);
    const tar = execFileSync('tar', [`--format=${format}`, '-cz', '--', ...names], { cwd: folder.path });
    const bytes = gunzipSync(tar);
    for (const size of [1, 511, 512, 65_536]) {
      expect(await filesOf(bytes, size)).toEqual(Object.fromEntries(names.map((name) => [name, expected[name]])));
    }
    await expect(filesOf(bytes.subarray(0, 700), 100)).rejects.toThrow('ends too early');
  }
  await expect(filesOf(Buffer.from('x'.repeat(2048)), 100)).rejects.toThrow('not a tar archive');
});
