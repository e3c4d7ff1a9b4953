import { spawn } from 'node:child_process';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { readPost } from '../../../src/library/posts/read-post.ts';
import { HOSTS, type HostBench, hostBench, TOKEN } from '../../fakes/git-hosts/host-bench.ts';
import { type TemporaryFolder, temporaryFolder } from '../../fakes/temporary-folder.ts';
import { buildCli, runCli } from '../built-cli.ts';
import { type FeedSite, rssOf, startFeedSite, storyPage } from './feed-site.ts';

const PATIENCE = { timeout: 180_000 };
const STORIES = Array.from({ length: 30 }, (_, n) => `s${n}`);

let site: FeedSite;
let folder: TemporaryFolder;

beforeAll(async () => {
  site = await startFeedSite();
  await buildCli();
}, 120_000);
afterAll(() => site.close());
beforeEach(() => {
  folder = temporaryFolder();
});

function serve(path: string, names: readonly string[]): string {
  site.answers.set(path, { body: rssOf(site.origin, names) });
  for (const name of names) site.answers.set(`/story/${name}`, { body: storyPage(name) });
  return site.origin + path;
}

async function archiveAt(): Promise<HostBench> {
  const bench = await hostBench('Gitea');
  await bench.repository.write('index.md', 'The archive.');
  const address = `${bench.served.origin}/${HOSTS.Gitea.project}`;
  folder.write('jianbao.json', JSON.stringify({ places: { archive: { kind: 'git-host', address } } }));
  return bench;
}

const ARGUMENTS = ['follow', '--pause', '0', '--to', 'archive'];
const optionsHere = () => ({ cwd: folder.path, env: { JIANBAO_SECRET: TOKEN } });

/** What the archive's posts are from, in order. */
async function storiesIn({ repository }: HostBench): Promise<string[]> {
  const texts = Object.entries(await repository.files()).filter(([path]) => path !== 'index.md');
  return texts.map(([, text]) => new URL(readPost(text).url ?? '').pathname.slice('/story/'.length)).sort();
}

it('commits the new stories of all feeds together, each once', PATIENCE, async () => {
  const bench = await archiveAt();
  const feeds = [serve('/feed', STORIES), serve('/other', ['s3', 'x', 's4'])];
  const first = await runCli([...ARGUMENTS, ...feeds, '--json'], optionsHere());
  expect(first).toMatchObject({ code: 0, stderr: '' });
  expect(JSON.parse(first.stdout)).toMatchObject({ feeds: [{ saved: { length: 30 }, left: 0 }, { left: 0 }] });
  expect(await storiesIn(bench)).toEqual([...STORIES, 'x'].sort());
  expect(await bench.repository.commitCount()).toBe(2);
  site.requests.length = 0;
  expect(await runCli([...ARGUMENTS, ...feeds], optionsHere())).toMatchObject({ code: 0, stdout: '', stderr: '' });
  // Also what the other feed had first is known, so that neither feed is read whole again.
  expect(site.requests.filter((path) => path !== '/robots.txt')).toEqual(['/feed 304', '/other 304']);
});

it('goes on after a robot that was killed in the middle of its commit', PATIENCE, async () => {
  for (const isDone of [false, true]) {
    const bench = await archiveAt();
    const feed = serve('/feed', STORIES);
    const robot = spawn(process.execPath, [await buildCli(), ...ARGUMENTS, feed], {
      cwd: folder.path,
      env: { ...process.env, JIANBAO_SECRET: TOKEN },
      stdio: 'ignore',
    });
    bench.served.fault = ({ method }) => {
      if (method !== 'POST') return undefined;
      robot.kill('SIGKILL');
      return isDone ? { after: true } : { before: true };
    };
    await new Promise((ended) => robot.on('close', ended));
    bench.served.fault = undefined;
    const again = await runCli([...ARGUMENTS, feed], optionsHere());
    expect(again).toMatchObject({ code: 0, stderr: '' });
    expect(again.stdout.trim().split('\n')).toHaveLength(30);
    expect(await storiesIn(bench)).toEqual(STORIES.toSorted());
    expect(await bench.repository.commitCount()).toBe(2);
    folder = temporaryFolder();
  }
});

it('says of each story that it could not be saved, and saves it in the next run', PATIENCE, async () => {
  const bench = await archiveAt();
  const feed = serve('/feed', ['a', 'b']);
  bench.served.fault = ({ method }) =>
    method === 'POST' ? { answer: { status: 403, body: { message: 'read only' } } } : undefined;
  const denied = await runCli([...ARGUMENTS, feed], optionsHere());
  expect(denied).toMatchObject({ code: 1, stdout: '' });
  expect(denied.stderr.match(/does not allow writing there/g)).toHaveLength(2);
  bench.served.fault = undefined;
  expect(await runCli([...ARGUMENTS, feed], optionsHere())).toMatchObject({ code: 0, stderr: '' });
  expect(await storiesIn(bench)).toEqual(['a', 'b']);
});

it('lets two robots that know nothing of each other write each story once', PATIENCE, async () => {
  const bench = await archiveAt();
  const feed = serve('/feed', STORIES);
  const other = temporaryFolder();
  other.write('jianbao.json', folder.files()['jianbao.json'] ?? '');
  const runs = await Promise.all([
    runCli([...ARGUMENTS, feed], optionsHere()),
    runCli([...ARGUMENTS, feed], { ...optionsHere(), cwd: other.path }),
  ]);
  for (const { code, stderr, stdout } of runs) {
    expect({ code, stderr, stories: stdout.trim().split('\n').length }).toEqual({ code: 0, stderr: '', stories: 30 });
  }
  expect(await storiesIn(bench)).toEqual(STORIES.toSorted());
});
