import { describe, expect, test } from 'vitest';
import { savePosts } from '../../src/app/save-post.ts';
import { checkPath } from '../../src/delivery/http/check-path.ts';
import type { Target } from '../../src/delivery/target.ts';
import type { Directory } from '../../src/delivery/targets/folder/directory.ts';
import { folderTarget } from '../../src/delivery/targets/folder/folder-target.ts';
import { gitHostDirectory } from '../../src/delivery/targets/git-host/git-host-directory.ts';
import { probeServer } from '../../src/delivery/targets/webdav/probe-server.ts';
import { webdavDirectory } from '../../src/delivery/targets/webdav/webdav-directory.ts';
import { hostBench } from '../fakes/git-hosts/host-bench.ts';
import type { OutsideView } from './contract.ts';
import { outboxClient } from './outbox-client.ts';
import { clientOf, describeServers } from './targets/webdav/webdav-places.ts';

const PATH = '_posts/2024-03-01-渡轮.md';

/** A post of the story `ferry`, which a browser and a robot may have with other tags. */
const postOf = (tag: string): string =>
  `---\ntitle: 渡轮\nfrom: https://news.example/ferry\ntags: [${tag}]\n---\n\n渡轮。\n`;

interface Place {
  readonly target: () => Target;
  readonly directory: () => Directory;
  readonly folder: OutsideView;
}

function robot({ target, directory }: Place) {
  return async (text: string, otherText: 'replace' | 'keep' = 'replace'): Promise<unknown> => {
    const post = { path: PATH, frontMatter: '', body: '', text, assets: [] };
    const [saved] = await savePosts({ target: target(), openDirectory: directory, otherText }, [
      { post, url: 'https://news.example/ferry' },
    ]);
    return saved?.status === 'fulfilled' ? saved.value.path : saved?.reason;
  };
}

/** A browser and a robot that save one story at one place: one file, whoever is first. */
function describeSameStory(open: () => Promise<Place>): void {
  test('the same post of both at one moment is one file, and both call it done', async () => {
    const place = await open();
    const browser = outboxClient(place.target());
    await browser.save('ferry', PATH, postOf('harbour'));
    const [rows, path] = await Promise.all([browser.deliver(), robot(place)(postOf('harbour'))]);
    expect(rows).toMatchObject([{ state: 'done', receipts: [{ path: PATH }] }]);
    expect([path, await place.folder.files()]).toEqual([PATH, { [PATH]: postOf('harbour') }]);
  });

  test('of two browsers and a robot with texts of their own at one moment, one writes and the others are told', async () => {
    const place = await open();
    const browsers = [outboxClient(place.target()), outboxClient(place.target())];
    for (const [n, browser] of browsers.entries()) await browser.save('ferry', PATH, postOf(`browser ${n}`));
    const [path, ...rows] = await Promise.all([
      robot(place)(postOf('robot'), 'keep'),
      ...browsers.map(async (browser) => (await browser.deliver(5))[0]),
    ]);
    const writers = ['robot', 'browser 0', 'browser 1'];
    const isDone = [path === PATH, ...rows.map((row) => row?.state === 'done')];
    const written = writers.filter((_, n) => isDone[n]);
    expect([written.length, await place.folder.files()]).toEqual([1, { [PATH]: postOf(written[0] ?? '') }]);
    for (const row of rows) {
      expect(row?.receipts).toMatchObject([{ path: PATH }]);
      if (row?.state !== 'done') expect(row).toMatchObject({ state: 'blocked', failure: { code: 'already-there' } });
    }
    if (path !== PATH) expect(path).toMatchObject({ code: 'already-there', detail: PATH });
  });

  test('the browser finds the robot’s post, says where it is, and keeps it when told to', async () => {
    const place = await open();
    await robot(place)(postOf('robot'));
    const browser = outboxClient(place.target());
    await browser.save('ferry', PATH, postOf('browser'));
    expect(await browser.deliver()).toMatchObject([
      { state: 'blocked', failure: { code: 'already-there' }, receipts: [{ path: PATH }] },
    ]);
    expect(await place.folder.files()).toEqual({ [PATH]: postOf('robot') });

    await browser.choose('ferry', 'keep-theirs');
    expect(await browser.deliver()).toMatchObject([{ state: 'done', receipts: [{ path: PATH }] }]);
    // Kept is not taken over: the next version asks.
    await browser.save('ferry', PATH, postOf('later'));
    expect(await browser.deliver()).toMatchObject([{ state: 'blocked', failure: { code: 'file-changed' } }]);
    expect(await place.folder.files()).toEqual({ [PATH]: postOf('robot') });
  });

  test('a robot that keeps what others wrote says where the browser’s post is, and leaves it', async () => {
    const place = await open();
    const browser = outboxClient(place.target());
    await browser.save('ferry', PATH, postOf('browser'));
    await browser.deliver();
    const run = robot(place);
    expect(await run(postOf('robot'), 'keep')).toMatchObject({ code: 'already-there', detail: PATH });
    expect(await place.folder.files()).toEqual({ [PATH]: postOf('browser') });
    expect(await run(postOf('browser'), 'keep')).toBe(PATH);
    expect(await run(postOf('robot'), 'replace')).toBe(PATH);
    // The browser's next version meets the robot's text: it asks, and overwrites nothing.
    await browser.save('ferry', PATH, postOf('later'));
    expect(await browser.deliver()).toMatchObject([{ state: 'blocked', failure: { code: 'file-changed' } }]);
    expect(await place.folder.files()).toEqual({ [PATH]: postOf('robot') });
  });

  test('the user may have both, or the browser’s alone', async () => {
    const place = await open();
    await robot(place)(postOf('robot'));
    const [both, over] = [outboxClient(place.target()), outboxClient(place.target())];
    await both.save('ferry', PATH, postOf('both'));
    await both.deliver();
    await both.choose('ferry', 'keep-both');
    expect(await both.deliver()).toMatchObject([{ state: 'done', receipts: [{ path: PATH.replace('.md', '-2.md') }] }]);
    await over.save('ferry', PATH, postOf('over'));
    await over.deliver();
    await over.choose('ferry', 'overwrite');
    expect(await over.deliver()).toMatchObject([{ state: 'done' }]);
    expect(await place.folder.files()).toEqual({
      [PATH]: postOf('over'),
      [PATH.replace('.md', '-2.md')]: postOf('both'),
    });
  });

  test('a file that was removed elsewhere stays removed until the user asks for it', async () => {
    const place = await open();
    const browser = outboxClient(place.target());
    await browser.save('ferry', PATH, postOf('first'));
    await browser.deliver();
    await place.folder.remove(PATH);
    expect(await browser.deliver()).toMatchObject([{ state: 'done' }]);
    await browser.save('ferry', PATH, postOf('second'));
    expect(await browser.deliver()).toMatchObject([{ state: 'blocked', failure: { code: 'file-gone' } }]);
    expect(await place.folder.files()).toEqual({});
    await browser.choose('ferry', 'overwrite');
    expect(await browser.deliver()).toMatchObject([{ state: 'done' }]);
    expect(await place.folder.files()).toEqual({ [PATH]: postOf('second') });
  });
}

describe('one story of two writers: Gitea', { timeout: 120_000 }, () => {
  describeSameStory(async () => {
    const { open, host, repository } = await hostBench('Gitea');
    const directory = () => gitHostDirectory({ host: host(), name: 'archive', folder: '', now: Date.now });
    return { target: () => open(), directory, folder: repository };
  });
});

describeServers(
  'one story of two writers',
  (server, name) => {
    describeSameStory(async () => {
      const abilities = await probeServer(clientOf(server()));
      const directory = () => webdavDirectory(clientOf(server()), name, abilities);
      const target = () => folderTarget({ id: `webdav:${name}`, directory: directory(), checkPath });
      return { target, directory, folder: server() };
    });
  },
  ['apache2'],
);
