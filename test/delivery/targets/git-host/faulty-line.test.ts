import { expect, test } from 'vitest';
import { toFailure } from '../../../../src/core/model/failure.ts';
import { sha256 } from '../../../../src/delivery/sha-256.ts';
import type { OutFile } from '../../../../src/delivery/target.ts';
import { fieldAt } from '../../../../src/delivery/targets/git-host/reply-fields.ts';
import { HOST_NAMES, hostBench, TOKEN } from '../../../fakes/git-hosts/host-bench.ts';
import type { Fault, HostAnswer, HostCall } from '../../../fakes/git-hosts/serve-host.ts';

const signal = new AbortController().signal;
const STEP = Number(process.env['EVERY_BYTE'] ?? 0);
/** Longer than any answer to a commit. */
const MOST_BYTES = 700;
const PATIENCE = { timeout: 180_000 };

const FILES: OutFile[] = [
  { path: '_posts/a.md', content: '---\ntitle: A\n---\nStory.\n' },
  { path: 'assets/a.bin', content: new Uint8Array([1, 2, 3]) },
];

/** Whether a request asks for a commit. */
function isCommit({ method, body }: HostCall): boolean {
  const query = fieldAt(body, 'query');
  return method === 'POST' && (query === undefined || String(query).startsWith('mutation'));
}

const LINES: Record<string, Fault> = {
  'the request never arrives': { before: true },
  'the answer is lost after success': { after: true },
  'the answer is cut at its first byte': { cut: 0 },
  'the answer is cut after 10 bytes': { cut: 10 },
  'the answer is cut at its last byte': { cut: Number.MAX_SAFE_INTEGER },
  'the request arrives twice': { twice: true },
  'the request is answered too late': { delay: 900 },
  'something in between answers with a page': { answer: { status: 200, body: Buffer.from('<html>Sign in</html>') } },
  'the server is down': { answer: { status: 503, body: { message: 'unavailable' } } },
};

for (const name of HOST_NAMES) {
  test.each(Object.entries(LINES))(`${name}: a post is there once where %s`, PATIENCE, async (_, fault) => {
    const { open, served, repository } = await hostBench(name);
    await repository.write('index.md', 'The archive.');
    const target = open({ timeout: 600 });
    const expected = {
      'index.md': 'The archive.',
      '_posts/a.md': String(FILES[0]?.content),
      'assets/a.bin': '\x01\x02\x03',
    };

    let faults = 0;
    served.fault = (call) => (isCommit(call) && faults++ === 0 ? fault : undefined);
    const first = await target.put(FILES, { kind: 'absent' }, signal).then(() => undefined, toFailure);
    // What is called done is there.
    if (first === undefined) expect(await repository.files()).toEqual(expected);
    else expect(first).toMatchObject({ code: 'offline' });

    const hashes = await Promise.all(FILES.map(({ content }) => sha256(content)));
    const receipts = await target.put(FILES, { kind: 'absent', resumed: { since: 0, hashes } }, signal);
    expect(receipts.map(({ path }) => path)).toEqual(FILES.map(({ path }) => path));
    expect(await repository.files()).toEqual(expected);
    expect(await repository.commitCount()).toBe(2);
  });

  // The long run, outside CI: see `EVERY_BYTE` in `faulty-places.ts`.
  test.runIf(STEP > 0)(`${name}: a post is there once where an answer is cut at any byte`, PATIENCE, async () => {
    const { open, served, repository } = await hostBench(name);
    await repository.write('index.md', 'The archive.');
    const target = open({ timeout: 2_000 });
    for (let cut = 0; cut <= MOST_BYTES; cut += STEP) {
      const post = [{ path: `_posts/${cut}.md`, content: `Story ${cut}.\n` }];
      let faults = 0;
      served.fault = (call) => (isCommit(call) && faults++ === 0 ? { cut } : undefined);
      const first = await target.put(post, { kind: 'absent' }, signal).then(() => undefined, toFailure);
      if (first !== undefined) expect(first).toMatchObject({ code: 'offline' });
      const hashes = [await sha256(`Story ${cut}.\n`)];
      await target.put(post, { kind: 'absent', resumed: { since: 0, hashes } }, signal);
      expect((await repository.files())[`_posts/${cut}.md`]).toBe(`Story ${cut}.\n`);
      expect(await repository.commitCount()).toBe(2 + cut / STEP);
    }
  });

  test(`${name}: a branch that becomes protected is said, and nothing is written`, PATIENCE, async () => {
    const { open, options, repository } = await hostBench(name);
    await repository.write('index.md', 'The archive.');
    options.isProtected = true;
    const failure = await open().put(FILES, { kind: 'absent' }, signal).catch(toFailure);
    // Gitea's answer does not tell a protected branch from a missing right.
    expect(failure).toMatchObject({ code: name === 'Gitea' ? 'access-denied' : 'branch-protected' });
    expect(await repository.commitCount()).toBe(1);
  });

  test(`${name}: a line that stays down is not asked again and again`, PATIENCE, async () => {
    const { open, served, repository } = await hostBench(name);
    await repository.write('index.md', 'The archive.');
    served.fault = (call) => (isCommit(call) ? { after: true } : undefined);
    const outcome = await open()
      .put(FILES, { kind: 'absent' }, signal)
      .then(() => 'done', toFailure);
    // The first answer was lost; a look found the post.
    expect(outcome).toBe('done');
    served.fault = () => ({ before: true });
    const calls = served.calls.length;
    const failure = await open()
      .put([{ path: 'b.md', content: 'b' }], { kind: 'absent' }, signal)
      .catch(toFailure);
    expect(failure).toMatchObject({ code: 'offline' });
    expect(served.calls.length - calls).toBeLessThanOrEqual(4);
  });

  const REFUSALS: [string, HostAnswer, string][] = [
    [
      'too many requests',
      { status: 429, headers: { 'retry-after': '120' }, body: { message: 'slow down' } },
      'rate-limited',
    ],
    [
      'a secondary rate limit',
      { status: 403, body: { message: 'You have exceeded a secondary rate limit' } },
      'rate-limited',
    ],
    [
      'a rate limit with its end',
      {
        status: 403,
        headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(Math.floor(Date.now() / 1000) + 120) },
        body: { message: 'API rate limit exceeded' },
      },
      'rate-limited',
    ],
    ['a token that was revoked', { status: 401, body: { message: `Bad credentials: ${TOKEN}` } }, 'auth-expired'],
    [
      'a token without the right',
      { status: 403, body: { message: `Resource not accessible by ${TOKEN}` } },
      'access-denied',
    ],
  ];

  test.each(REFUSALS)(`${name}: %s is said, with no second try`, PATIENCE, async (_, answer, code) => {
    const { open, served, repository } = await hostBench(name);
    await repository.write('index.md', 'The archive.');
    const now = Date.now();
    served.fault = (call) => (isCommit(call) ? { answer } : undefined);
    const failure = await open()
      .put(FILES, { kind: 'absent' }, signal)
      .then(() => undefined, toFailure);
    expect(failure).toMatchObject({ code });
    expect(JSON.stringify(failure)).not.toContain(TOKEN);
    if (code === 'rate-limited') expect(failure?.retryAt).toBeGreaterThan(now + 30_000);
    expect(served.calls.filter(isCommit)).toHaveLength(1);
    expect(await repository.commitCount()).toBe(1);
  });

  test(`${name}: a post that the host refuses does not hold up the others`, PATIENCE, async () => {
    const { open, options, repository } = await hostBench(name);
    await repository.write('index.md', 'The archive.');
    options.refusedPath = /bad/;
    const names = ['a.md', 'b.md', 'bad.md', 'c.md', 'd.md'];
    const posts = names.map((path) => ({ files: [{ path, content: path }], expect: { kind: 'absent' } as const }));
    const outcomes = await open().batch?.put(posts, signal);
    expect(outcomes?.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
    ]);
    const [refused] = outcomes?.filter((outcome) => outcome.status === 'rejected') ?? [];
    expect(toFailure(refused?.reason)).toMatchObject({ code: 'commit-refused' });
    expect(Object.keys(await repository.files()).sort()).toEqual(['a.md', 'b.md', 'c.md', 'd.md', 'index.md']);
  });

  test(`${name}: an edit that comes between the look and the commit is not overwritten`, PATIENCE, async () => {
    const { open, served, repository } = await hostBench(name);
    const target = open();
    const [file] = FILES;
    const receipts = await target.put(file ? [file] : [], { kind: 'absent' }, signal);
    let edited = false;
    served.fault = (call) => {
      if (!isCommit(call) || edited) return undefined;
      edited = true;
      return { delay: 300 };
    };
    const update = target
      .put([{ path: '_posts/a.md', content: 'update' }], { kind: 'ours', receipts }, signal)
      .catch(toFailure);
    while (!edited) await new Promise((resolve) => setTimeout(resolve, 5));
    await repository.write('_posts/a.md', 'by hand');
    expect(await update).toMatchObject({ code: 'file-changed' });
    expect((await repository.files())['_posts/a.md']).toBe('by hand');
  });
}

test('GitLab: an edit in the gap between the host’s own look and its commit is put back', PATIENCE, async () => {
  const { open, options, repository } = await hostBench('GitLab');
  const target = open();
  const receipts = await target.put(
    [
      { path: 'a.md', content: 'first' },
      { path: 'b.md', content: 'first' },
    ],
    { kind: 'absent' },
    signal,
  );
  options.inGap = async () => {
    delete options.inGap;
    await repository.write('a.md', 'by hand');
  };
  const update = (path: string, content: string) =>
    target.put([{ path, content }], { kind: 'ours', receipts }, signal).then(() => 'done', toFailure);
  expect(await update('a.md', 'second')).toMatchObject({ code: 'file-changed' });
  expect(await repository.files()).toEqual({ 'a.md': 'by hand', 'b.md': 'first' });
  expect(await update('b.md', 'second')).toBe('done');
  expect(await repository.files()).toEqual({ 'a.md': 'by hand', 'b.md': 'second' });
});
