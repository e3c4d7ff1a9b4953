import { mkdirSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { bareRepository } from '../fakes/git-hosts/bare-repository.ts';
import { hostBench, TOKEN } from '../fakes/git-hosts/host-bench.ts';
import { missingServer, startWebdavServer } from '../servers/webdav-server.ts';
import { axeFaults } from './harness/axe-faults.ts';
import { BROWSERS } from './harness/browsers.ts';
import { clickControl, fillControl, readControl, waitForText } from './harness/controls.ts';
import { openOutbox } from './harness/deliveries.ts';
import { rowsIn } from './harness/outbox.ts';
import { pageFile, serveSite } from './harness/site.ts';
import type { View } from './harness/test-browser.ts';
import { waitFor } from './harness/wait-for.ts';

const SHOTS = 'test-results/places';
const STORY = 'courier.example/2026/harbour/night-ferry';
const GIT_HOST = 'gitea.archive.example';
const DAV_HOST = 'dav.archive.example';
const POST = '_posts/2026-03-04-night-ferry-to-run-all-winter.md';

const portOf = (url: string): { port: number } => ({ port: Number(new URL(url).port) });

describe.each(BROWSERS)('places on servers in $name', ({ name, launch }) => {
  it('are set up by hand, take a clip together, and lose none with the worker', { timeout: 240_000 }, async () => {
    mkdirSync(SHOTS, { recursive: true });
    const repository = bareRepository();
    await repository.write('index.md', 'The archive.');
    const { served } = await hostBench('Gitea', repository);
    const dav = missingServer('rclone') === undefined ? await startWebdavServer('rclone') : undefined;
    onTestFinished(() => dav?.stop());
    const site = await serveSite(
      { [STORY]: pageFile('night-ferry.html') },
      { [GIT_HOST]: portOf(served.origin), ...(dav ? { [DAV_HOST]: portOf(dav.url) } : {}) },
    );
    onTestFinished(() => site.close());
    const browser = await launch({ site, allowedHost: '*.archive.example' });
    onTestFinished(() => browser.close());
    const shot = (view: View, of: string): Promise<void> => view.screenshot(`${SHOTS}/${name}-${of}.png`);

    const options = await browser.openOwnPage('ui/options/index.html');
    await clickControl(options, 'Add a place on a server');
    await fillControl(options, 'Address', `http://${GIT_HOST}/reader/archive`);
    await waitForText(options, 'Recognised: Gitea / Forgejo');
    expect(await axeFaults(options)).toEqual([]);
    await fillControl(options, 'Access token', 'a-wrong-token');
    await clickControl(options, 'Allow access and test');
    await waitForText(options, 'The host does not accept this token');
    await shot(options, 'refused');
    await fillControl(options, 'Access token', TOKEN);
    await clickControl(options, 'Allow access and test');
    await waitForText(options, 'A file was written, read back and removed');
    await waitForText(options, '1 post');
    expect(Object.keys(await repository.files())).toEqual(['index.md']);

    // Another name and another commit message; the token stays.
    await clickControl(options, 'Rename');
    await fillControl(options, 'Name', 'site');
    await clickControl(options, 'Save');
    await waitForText(options, 'site');
    const commits = await repository.commitCount();
    await clickControl(options, 'Change settings');
    expect(await axeFaults(options)).toEqual([]);
    await fillControl(options, 'Commit message', 'Keep: {title}');
    await shot(options, 'change');
    await clickControl(options, 'Test and save');
    await waitFor('the second test', async () => (await repository.commitCount()) === commits + 2);
    await waitForText(options, 'A file was written, read back and removed');
    if (dav) {
      await clickControl(options, 'Add a place on a server');
      await fillControl(options, 'Address', `http://${DAV_HOST}/posts/`);
      await fillControl(options, 'User name', dav.username);
      await fillControl(options, 'Password or app password', dav.password);
      await fillControl(options, 'Name', 'nas');
      await clickControl(options, 'Allow access and test');
      await waitForText(options, 'rclone');
    }
    // The last place is chosen; posts of this preset go to the other.
    await clickControl(options, 'site');
    await shot(options, 'set-up');
    expect(await axeFaults(options)).toEqual([]);

    // Both at once: by the preset, and picked in the popup.
    await browser.open(`http://${STORY}`);
    const popup = await browser.openPopup();
    await readControl(popup, 'Title');
    if (dav) {
      await clickControl(popup, 'Choose places');
      await clickControl(popup, 'nas');
      await shot(popup, 'popup');
      expect(await axeFaults(popup)).toEqual([]);
    }
    await clickControl(popup, 'Save');
    await waitForText(popup, 'Saved');
    await waitFor('the commit', async () => (await repository.files())[POST] !== undefined);
    if (dav) await waitFor('the file', () => dav.files()[`posts/${POST}`] !== undefined);
    expect((await repository.git(['log', '-1', '--format=%s', 'main'])).toString()).toBe(
      'Keep: Night ferry to run all winter\n',
    );

    // Paused, a place takes nothing and loses nothing; without its sign-in neither.
    const outbox = await openOutbox(browser);
    const targets = (await browser.page.run(rowsIn, 'targets')) as { id: string }[];
    const target = targets.find(({ id }) => id.startsWith('git-host:'))?.id ?? '';
    const settings = await browser.openOwnPage('ui/options/index.html');
    await clickControl(settings, 'Pause');
    await waitForText(settings, 'Paused: clips for it wait in the library.');
    await outbox.queue(target, ['paused']);
    await outbox.drain();
    expect(await outbox.states()).toContain('paused blocked place-paused');
    await clickControl(settings, 'Resume');
    await waitFor('the paused clip', async () => (await outbox.states()).every((line) => line.endsWith(' done')));
    await clickControl(settings, 'Forget the sign-in');
    await waitForText(settings, 'Its password or token is not on this device.');
    await clickControl(settings, 'New password or token');
    await fillControl(settings, 'Access token', TOKEN);
    await clickControl(settings, 'Test');
    await waitForText(settings, 'A file was written, read back and removed');

    // The worker is killed while its commit is under way: that it was made, it never hears.
    let held = 0;
    served.fault = ({ method }) => (method === 'POST' && held++ === 0 ? { delay: 2_000 } : undefined);
    const clips = Array.from({ length: 5 }, (_, n) => `clip-${n}`);
    await outbox.queue(target, clips);
    await outbox.begin();
    await waitFor('the commit to be under way', () => held > 0);
    await browser.stopBackground();
    await waitFor('all to be delivered', async () => {
      await outbox.drain();
      return (await outbox.states()).every((line) => line.endsWith(' done'));
    });
    const posts = Object.keys(await repository.files());
    expect(posts).toHaveLength(3 + clips.length);

    // A place that is removed keeps its files.
    const rest = await browser.openOwnPage('ui/options/index.html');
    await clickControl(rest, 'Remove');
    await waitFor('the place to be gone', () => rest.run(() => !document.body.textContent.includes('reader/archive')));
    expect(Object.keys(await repository.files())).toEqual(posts);
    // Chromium itself writes down each 401 and 404 of a server, and that the worker was killed.
    const expected = /Failed to load resource|message channel closed|message port closed/;
    expect((await browser.complaints()).filter((line) => !expected.test(line))).toEqual([]);
  });
});
