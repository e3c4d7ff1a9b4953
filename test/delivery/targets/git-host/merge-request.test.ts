import { describe, expect, test } from 'vitest';
import { toFailure } from '../../../../src/core/model/failure.ts';
import type { OutFile, Target } from '../../../../src/delivery/target.ts';
import { indexFolder } from '../../../../src/delivery/targets/folder/index-folder.ts';
import { gitHostKind } from '../../../../src/delivery/targets/git-host/git-host-kind.ts';
import { connectTarget } from '../../../../src/library/commands/targets.ts';
import type { TargetRecord } from '../../../../src/library/model/target-record.ts';
import {
  HOST_NAMES,
  HOSTS,
  type HostBench,
  type HostName,
  hostBench,
  TOKEN,
} from '../../../fakes/git-hosts/host-bench.ts';
import { temporaryLibrary } from '../../../fakes/library.ts';
import { describeTarget, type OutsideView } from '../../contract.ts';

const signal = new AbortController().signal;
const PATIENCE = { timeout: 180_000 };
const KINDS = { GitHub: 'github', GitLab: 'gitlab', Gitea: 'gitea' } as const;
const PAGES = { GitHub: 'pull', GitLab: '-/merge_requests', Gitea: 'pulls' } as const;

const network = {
  http: {
    fetch: (url: string, init: RequestInit) => fetch(url, init),
    now: Date.now,
    wait: (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds / 10)),
  },
  readSecret: async () => TOKEN,
  deviceId: async () => 'test',
};

function recordAt(name: HostName, { served }: HostBench): TargetRecord {
  const { project } = HOSTS[name];
  const config = { host: KINDS[name], origin: served.origin, project, branch: 'main', folder: '', mergeRequest: true };
  return {
    id: 'git-host:1',
    kind: 'git-host',
    name: 'archive',
    access: { by: 'origins', origins: [] },
    config,
    connectedAt: 0,
  };
}

function openTarget(name: HostName, bench: HostBench): Target {
  return gitHostKind.open(recordAt(name, bench), { network, otherPaths: async () => [] });
}

/** The branch of the open request, else the default one, changed from outside. */
function viewOf({ repository, options }: HostBench): OutsideView {
  const branch = (): string => options.requests.find(({ state }) => state === 'open')?.source ?? 'main';
  const change = async (path: string, content: string | undefined): Promise<void> => {
    const parent = await repository.head(branch());
    const changes = new Map([[path, content === undefined ? undefined : Buffer.from(content)]]);
    await repository.commit({ branch: branch(), message: 'By hand', changes, ...(parent ? { parent } : {}) });
  };
  return {
    async files() {
      const lines = await repository.list((await repository.head(branch())) ?? '');
      const read = lines
        .filter(({ path }) => path !== 'index.md')
        .map(async ({ path, oid }) => [path, (await repository.blob(oid)).toString()]);
      return Object.fromEntries(await Promise.all(read));
    },
    write: (path, content) => change(path, content),
    remove: (path) => change(path, undefined),
  };
}

async function benchOf(name: HostName): Promise<HostBench> {
  const bench = await hostBench(name);
  await bench.repository.write('index.md', 'The archive.');
  bench.options.isProtected = true;
  return bench;
}

const urlOf = (name: string): string => `https://news.example/${name}`;
const postFrom = (name: string): string => `---\ntitle: ${name}\nfrom: ${urlOf(name)}\n---\nText.\n`;

const post = (path: string, content = path): OutFile[] => [{ path, content }];

// Of the three, GitHub is the one that would overwrite a taken path.
describeTarget('GitHub, merge request into a protected branch', { readsFiles: true }, async () => {
  const bench = await benchOf('GitHub');
  return { target: openTarget('GitHub', bench), folder: viewOf(bench) };
});

for (const name of HOST_NAMES) {
  describe(`${name}: merge requests`, PATIENCE, () => {
    test('one open request takes the posts of all devices, and its page is said', async () => {
      const bench = await benchOf(name);
      const { options, repository, served } = bench;
      const targets = [openTarget(name, bench), openTarget(name, bench)];
      const receipts = await Promise.all(
        targets.map((target, n) => target.put(post(`_posts/${n}.md`), { kind: 'absent' }, signal)),
      );
      await targets[0]?.put(post('_posts/later.md'), { kind: 'absent' }, signal);
      expect(options.requests).toMatchObject([{ number: 1, target: 'main', state: 'open', title: 'Clips' }]);
      const page = `${served.origin}/${HOSTS[name].project}/${PAGES[name]}/1`;
      expect(receipts.flat().map((receipt) => receipt.page)).toEqual([page, page]);
      expect(Object.keys(await viewOf(bench).files()).sort()).toEqual([
        '_posts/0.md',
        '_posts/1.md',
        '_posts/later.md',
      ]);
      expect(Object.keys(await repository.files())).toEqual(['index.md']);
    });

    test('a merged or closed request is left alone; the next post opens another', async () => {
      const bench = await benchOf(name);
      const { options, repository } = bench;
      const target = openTarget(name, bench);
      const [merged] = await target.put(post('a.md'), { kind: 'absent' }, signal);
      const [first] = options.requests;
      await repository.git(['update-ref', 'refs/heads/main', (await repository.head(first?.source)) ?? '']);
      if (first) first.state = 'merged';
      const again = await target.put(post('a.md'), { kind: 'ours', receipts: merged ? [merged] : [] }, signal);
      expect(again[0]?.page).toBeUndefined();
      const rejected = await target.put(post('b.md'), { kind: 'absent' }, signal);
      const [, second] = options.requests;
      if (second) second.state = 'closed';
      // Its branch is still there, at the same head of the default branch.
      const update = target.put(post('b.md', 'b, better'), { kind: 'ours', receipts: rejected }, signal);
      expect(await update.catch(toFailure)).toMatchObject({ code: 'file-gone' });
      await target.put(post('c.md'), { kind: 'absent' }, signal);
      expect(options.requests.map(({ state }) => state)).toEqual(['merged', 'closed', 'open']);
      expect(Object.keys(await viewOf(bench).files()).sort()).toEqual(['a.md', 'c.md']);
    });

    test('a name that was taken on the default branch since is taken', async () => {
      const bench = await benchOf(name);
      const target = openTarget(name, bench);
      await target.put(post('a.md'), { kind: 'absent' }, signal);
      await bench.repository.write('b.md', 'by hand');
      const taken = target.put(post('b.md'), { kind: 'absent' }, signal);
      expect(await taken.catch(toFailure)).toMatchObject({ code: 'name-taken' });
    });

    test('a request that could not be opened is opened with the next try, and the post is committed once', async () => {
      const bench = await benchOf(name);
      const { options, served } = bench;
      const target = openTarget(name, bench);
      const isOpening = (path: string, method: string): boolean =>
        method === 'POST' && /\/(pulls|merge_requests)$/.test(path);
      served.fault = ({ path, method }) =>
        isOpening(path, method) ? { answer: { status: 403, body: { message: 'Resource not accessible' } } } : undefined;
      const failed = target.put(post('a.md'), { kind: 'absent' }, signal);
      expect(await failed.catch(toFailure)).toMatchObject({ code: 'access-denied' });
      served.fault = undefined;
      const [receipt] = await openTarget(name, bench).put(post('a.md'), { kind: 'absent' }, signal);
      expect(receipt?.page).toMatch(/\/1$/);
      expect(options.requests).toHaveLength(1);
      // The answer of the call is lost, and the request is open.
      let lost = 0;
      const other = await benchOf(name);
      other.served.fault = ({ path, method }) =>
        isOpening(path, method) && lost++ === 0 ? { after: true } : undefined;
      const [kept] = await openTarget(name, other).put(post('a.md'), { kind: 'absent' }, signal);
      expect([kept?.page?.endsWith('/1'), other.options.requests.length, await other.repository.commitCount()]).toEqual(
        [true, 1, 2],
      );
    });

    test('an archive is read again by comparing heads, while its request is open and after', async () => {
      const bench = await benchOf(name);
      const { options, repository, served } = bench;
      await repository.write('_posts/old.md', 'Old.');
      const library = temporaryLibrary();
      const record = recordAt(name, bench);
      const { id } = await connectTarget(library, record, crypto.randomUUID(), 0);
      const index = async () => {
        const directory = gitHostKind.directory(record, { network });
        const report = await indexFolder({ library, folderId: id, directory, now: Date.now }, signal);
        const trees = served.calls.filter(({ path }) => /\/(?:git\/trees|repository\/tree)/.test(path)).length;
        served.calls.length = 0;
        return { posts: report.posts, read: report.read, trees };
      };
      expect(await index()).toMatchObject({ posts: 2, read: 2 });
      await openTarget(name, bench).put(post('_posts/a.md'), { kind: 'absent' }, signal);
      served.calls.length = 0;
      expect(await index()).toEqual({ posts: 3, read: 1, trees: 0 });
      await openTarget(name, bench).put(post('_posts/b.md'), { kind: 'absent' }, signal);
      served.calls.length = 0;
      expect(await index()).toEqual({ posts: 4, read: 1, trees: 0 });
      // Merged by a fast-forward, and another commit follows.
      const [request] = options.requests;
      await repository.git(['update-ref', 'refs/heads/main', (await repository.head(request?.source)) ?? '']);
      if (request) request.state = 'merged';
      await repository.write('_posts/c.md', 'By hand.');
      expect(await index()).toEqual({ posts: 5, read: 1, trees: 0 });
      expect(await index()).toEqual({ posts: 5, read: 0, trees: 0 });
    });

    test('while a request is open, what is on either branch is known, and read once', async () => {
      const bench = await benchOf(name);
      const { repository, served } = bench;
      const posts = (from: number, to: number, by: string) =>
        Array.from({ length: to - from }, (_, n) => post(`_posts/${by}-${from + n}.md`, postFrom(`${by}-${from + n}`)));
      // More than are asked for one by one, on both branches.
      const old = posts(0, 60, 'old').flat();
      const changes = new Map(old.map(({ path, content }) => [path, Buffer.from(content)]));
      const head = (await repository.head()) ?? '';
      await repository.commit({ branch: 'main', message: 'archive', changes, parent: head });
      const put = (files: OutFile[][]) =>
        openTarget(name, bench).batch?.put(
          files.map((each) => ({ files: each, expect: { kind: 'absent' as const } })),
          signal,
        );
      await put(posts(0, 50, 'mine'));
      await repository.write('_posts/theirs.md', postFrom('theirs'));
      const library = temporaryLibrary();
      const record = recordAt(name, bench);
      const { id } = await connectTarget(library, record, crypto.randomUUID(), 0);
      const index = async () => {
        const directory = gitHostKind.directory(record, { network });
        const { posts: all, read } = await indexFolder({ library, folderId: id, directory, now: Date.now }, signal);
        const rows = await library.use((database) => database.getAll('folderFiles'));
        const wrong = rows.filter(({ path, url }) => path !== 'index.md' && url !== urlOf(path.slice(7, -3)));
        return { all, read, wrong };
      };
      expect(await index()).toEqual({ all: 112, read: 112, wrong: [] });
      const archives = served.calls.filter(({ path }) => /\.tar\.gz$|\/tarball\//.test(path));
      expect(archives).toHaveLength(2);
      // Both go on, and each is read alone.
      await put(posts(50, 51, 'mine'));
      await repository.write('_posts/theirs-2.md', postFrom('theirs-2'));
      expect(await index()).toEqual({ all: 114, read: 2, wrong: [] });
      expect(await index()).toEqual({ all: 114, read: 0, wrong: [] });
    });

    test('requests of others, and those from forks, are not used', async () => {
      const bench = await benchOf(name);
      const { options } = bench;
      for (let n = 1; n <= 60; n++) {
        options.requests.push({ number: n, source: `feature-${n}`, target: 'main', title: 'Work', state: 'open' });
      }
      options.requests.push({
        number: 61,
        source: 'jianbao/1',
        target: 'main',
        title: 'Fork',
        state: 'open',
        isFromFork: true,
      });
      await openTarget(name, bench).put(post('a.md'), { kind: 'absent' }, signal);
      expect(options.requests).toHaveLength(62);
      // Found again on a later page, as newer requests of others come before it.
      for (let n = 63; n <= 120; n++) {
        options.requests.push({ number: n, source: `feature-${n}`, target: 'main', title: 'Work', state: 'open' });
      }
      const [receipt] = await openTarget(name, bench).put(post('b.md'), { kind: 'absent' }, signal);
      expect(receipt?.page).toMatch(/\/62$/);
    });

    test('a test leaves no branch and no request, and an empty repository is said', async () => {
      const bench = await benchOf(name);
      const before = (await bench.repository.git(['for-each-ref'])).toString();
      await gitHostKind.test(recordAt(name, bench), network);
      expect((await bench.repository.git(['for-each-ref'])).toString()).toBe(before);
      expect(bench.options.requests).toEqual([]);
      const empty = await hostBench(name);
      const failed = openTarget(name, empty).put(post('a.md'), { kind: 'absent' }, signal);
      expect(await failed.catch(toFailure)).toMatchObject({ code: 'repository-gone' });
    });
  });
}
