import { appendFile, chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { HOST_NAMES, HOSTS, hostBench, TOKEN } from '../fakes/git-hosts/host-bench.ts';
import { freePort } from '../servers/program-server.ts';
import { type S3Double, startS3Double } from '../servers/s3-double.ts';
import { missingServer, startWebdavServer, WEBDAV_SERVERS, type WebdavServer } from '../servers/webdav-server.ts';
import { buildCli, runCli } from './built-cli.ts';
import { type NewsServer, startNewsServer } from './news-server.ts';

const PATIENCE = { timeout: 120_000 };
const SENTENCE = 'The night ferry was late again, the harbour office said on Tuesday. ';

function story(title: string): string {
  return `<title>${title}</title><article><h1>${title}</h1>${`<p>${SENTENCE.repeat(3)}</p>`.repeat(3)}</article>`;
}

let news: NewsServer;

beforeAll(async () => {
  await buildCli();
  const pages = Array.from({ length: 4 }, (_, n) => [`/ferry-${n}`, { body: story(`Ferry ${n}`) }]);
  news = await startNewsServer({ ...Object.fromEntries(pages), '/same': { body: story('Ferry 0') } });
}, 120_000);

afterAll(() => news.close());

/** A folder to run the command line in, with these places in its `jianbao.json`. */
async function folderWith(places: Readonly<Record<string, object>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'jianbao-places-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, 'jianbao.json'), JSON.stringify({ places }));
  return folder;
}

function addresses(count: number): string[] {
  return Array.from({ length: count }, (_, n) => `${news.origin}/ferry-${n}`);
}

test.each(HOST_NAMES)('%s: clips of one run are one commit, and stay one file each', PATIENCE, async (name) => {
  const { repository, served } = await hostBench(name);
  await repository.write('_posts/index.md', 'The archive.');
  const cwd = await folderWith({
    archive: { kind: 'git-host', address: `${served.origin}/${HOSTS[name].project}`, message: 'Add: {title}' },
  });
  const env = { JIANBAO_SECRET_ARCHIVE: TOKEN };

  const first = await runCli(['clip', ...addresses(4), `${news.origin}/same`, '--to', 'archive'], { cwd, env });
  expect(first).toMatchObject({ code: 0 });
  const paths = first.stdout.trim().split('\n');
  expect(new Set(paths).size).toBe(5);
  expect(Object.keys(await repository.files()).sort()).toEqual([...paths, '_posts/index.md'].sort());
  // The second story of one name finds its next one after the first is there.
  expect(await repository.commitCount()).toBe(3);

  // The same stories again, and nothing has changed.
  const again = await runCli(['clip', ...addresses(2), '--to', 'archive'], { cwd, env });
  expect(again.stdout.trim().split('\n')).toEqual(paths.slice(0, 2));
  expect(Object.keys(await repository.files())).toHaveLength(6);

  const denied = await runCli(['clip', ...addresses(1), '--to', 'archive'], {
    cwd,
    env: { JIANBAO_SECRET_ARCHIVE: 'a-wrong-token' },
  });
  expect(denied.code).toBe(1);
  expect(denied.stderr).toContain('does not accept the sign-in');
  expect(denied.stderr).not.toContain('a-wrong-token');
});

test('posts wait in a merge request, and a folder that the form repeats is said', PATIENCE, async () => {
  const { repository, served, options } = await hostBench('Gitea');
  await repository.write('_posts/index.md', 'The archive.');
  const address = `${served.origin}/${HOSTS.Gitea.project}/src/branch/main/_posts`;
  const cwd = await folderWith({ archive: { kind: 'git-host', address, mergeRequest: true } });
  const run = await runCli(['clip', ...addresses(2), '--to', 'archive'], {
    cwd,
    env: { JIANBAO_SECRET_ARCHIVE: TOKEN },
  });
  expect(run).toMatchObject({ code: 0 });
  expect(run.stderr).toContain('posts go to _posts/_posts. Name its root instead.');
  expect(run.stderr).toContain(`the posts wait in the merge request ${served.origin}/reader/archive/pulls/1`);
  expect(Object.keys(await repository.files())).toEqual(['_posts/index.md']);
  const [request] = options.requests;
  const there = await repository.list((await repository.head(request?.source)) ?? '');
  expect(there.map(({ path }) => path).filter((path) => path.startsWith('_posts/_posts/'))).toHaveLength(2);

  // Somebody else has put another text of a story on the branch itself.
  const taken = run.stdout.trim().split('\n')[0]?.replace('ferry-0', 'ferry-2') ?? '';
  await repository.write(`_posts/${taken}`, `---\ntitle: Ferry 2\nfrom: ${news.origin}/ferry-2\n---\nBy hand.\n`);
  const known = await runCli(['clip', `${news.origin}/ferry-2`, '--to', 'archive'], {
    cwd,
    env: { JIANBAO_SECRET_ARCHIVE: TOKEN },
  });
  expect(known).toMatchObject({ code: 0, stdout: `${taken}\n` });
  expect(known.stderr).toContain(`${taken} has this story already, with another text, and was left as it is.`);
});

test('an address takes the secret from a file that only its owner may read', PATIENCE, async () => {
  const { repository, served } = await hostBench('Gitea');
  await repository.write('index.md', 'The archive.');
  const cwd = await folderWith({});
  const file = join(cwd, 'token');
  await writeFile(file, `${TOKEN}\n`, { mode: 0o644 });
  const address = `${served.origin}/${HOSTS.Gitea.project}.git`;
  const env = { JIANBAO_SECRET_FILE: file };
  const open = await runCli(['clip', ...addresses(1), '--to', address], { cwd, env });
  expect(open).toMatchObject({ code: 1, stdout: '' });
  expect(open.stderr).toContain('can be read by others');
  expect(served.calls).toEqual([]);
  await chmod(file, 0o600);
  expect(await runCli(['clip', ...addresses(1), '--to', address], { cwd, env })).toMatchObject({ code: 0 });
  expect(Object.keys(await repository.files())).toHaveLength(2);
});

const webdavName = WEBDAV_SERVERS.find((name) => missingServer(name) === undefined);

describe.skipIf(webdavName === undefined)('a WebDAV folder', () => {
  let server: WebdavServer;
  beforeAll(async () => {
    if (webdavName) server = await startWebdavServer(webdavName);
  });
  afterAll(() => server?.stop());

  test('is tested and written to', PATIENCE, async () => {
    const { url, username, password } = server;
    const cwd = await folderWith({ nas: { kind: 'webdav', address: `${url}posts/`, user: username } });
    const env = { JIANBAO_SECRET_NAS: password };
    const tested = await runCli(['places', 'test'], { cwd, env });
    expect(tested).toMatchObject({ code: 0, stderr: '' });
    expect(tested.stdout).toContain('nas: a file was written, read back and removed');
    expect(Object.keys(server.files())).toEqual([]);
    expect(await runCli(['clip', ...addresses(2), '--to', 'nas'], { cwd, env })).toMatchObject({ code: 0 });
    expect(Object.keys(server.files())).toHaveLength(2);
    const denied = await runCli(['places', 'test', 'nas'], { cwd, env: { JIANBAO_SECRET_NAS: 'wrong' } });
    expect(denied).toMatchObject({ code: 1, stdout: '' });
  });
});

describe('a bucket', () => {
  let double: S3Double;
  beforeAll(async () => {
    double = await startS3Double();
  });
  afterAll(() => double.stop());

  test('is tested, its region put right, and written to', PATIENCE, async () => {
    const { endpoint, bucket, accessKeyId, secretAccessKey } = double;
    const place = { kind: 's3', address: `${endpoint}/${bucket}/posts/`, user: accessKeyId, region: 'us-east-1' };
    const cwd = await folderWith({ bucket: place });
    const env = { JIANBAO_SECRET: secretAccessKey };
    expect(await runCli(['places', 'test', 'bucket'], { cwd, env })).toMatchObject({ code: 0 });
    expect(await runCli(['clip', ...addresses(1), '--to', 'bucket'], { cwd, env })).toMatchObject({ code: 0 });
    expect([...double.objects.keys()]).toHaveLength(1);
  });
});

test.each<[string, object, string]>([
  ['a secret', { address: 'https://github.com/a/b', token: 'abc' }, 'Keep secrets in a file'],
  ['a slip of the pen', { adress: 'https://github.com/a/b' }, '"adress" is not known'],
  ['no address', {}, 'either "address" or "folder"'],
  ['a password in the address', { address: 'https://a:hidden@dav.example/x/' }, 'must not hold a password'],
  ['no place', { address: 'ftp://dav.example/x/' }, 'is not the address of a place'],
])('jianbao.json with %s is refused', PATIENCE, async (_, place, words) => {
  const cwd = await folderWith({ archive: place });
  const run = await runCli(['clip', ...addresses(1), '--to', 'archive'], { cwd });
  expect(run).toMatchObject({ code: 1, stdout: '' });
  expect(run.stderr).toContain(words);
  expect(run.stderr).not.toMatch(/hidden|abc/);
});

test('places test tries folders too, and says why a place cannot be written to', PATIENCE, async () => {
  const port = await freePort();
  const cwd = await folderWith({
    site: { folder: 'new/posts' },
    file: { folder: 'jianbao.json' },
    away: { kind: 'webdav', address: `http://127.0.0.1:${port}/posts/`, user: 'reader' },
    unsigned: { address: 'https://github.com/reader/archive' },
  });
  const run = await runCli(['places', 'test'], { cwd, env: { JIANBAO_SECRET_AWAY: 'sesame' } });
  const site = join(cwd, 'new/posts');
  expect([run.code, run.stdout]).toEqual([1, `site: a file was written, read back and removed. ${site}\n`]);
  expect(await readdir(site)).toEqual([]);
  const [file, away, unsigned] = run.stderr.split('\n');
  expect(file).toMatch(/^jianbao: file: .*jianbao\.json is in the way: it is no folder\./);
  expect(away).toContain(`jianbao: away: The place cannot be reached: 127.0.0.1:${port} refused the connection. (`);
  expect(unsigned).toMatch(/^jianbao: unsigned: There is no password or token for it\./);
});

test('a folder of jianbao.json is a place, and an unknown name says what there is', PATIENCE, async () => {
  const cwd = await folderWith({ site: { folder: 'posts' } });
  const clip = ['clip', ...addresses(1), '--to', 'site'];
  const first = await runCli(clip, { cwd });
  expect(first).toMatchObject({ code: 0 });
  const post = join(cwd, 'posts', first.stdout.trim());
  await appendFile(post, 'Added by hand.');
  const again = await runCli(clip, { cwd });
  expect(again).toMatchObject({ code: 0, stdout: first.stdout });
  expect(again.stderr).toContain('has this story already, with another text');
  expect(await readFile(post, 'utf8')).toContain('Added by hand.');
  const updated = await runCli([...clip, '--update'], { cwd });
  expect(updated).toMatchObject({ code: 0, stdout: first.stdout });
  expect(updated.stderr).not.toContain('has this story already');
  expect(await readFile(post, 'utf8')).not.toContain('Added by hand.');
  const unknown = await runCli(['clip', ...addresses(1), '--to', 'elsewhere'], { cwd });
  expect(unknown.stderr).toContain('There is no place elsewhere');
  expect(unknown.stderr).toContain('there are site');
  expect((await runCli(['places'], { cwd })).stdout).toContain(join(cwd, 'posts'));
});
