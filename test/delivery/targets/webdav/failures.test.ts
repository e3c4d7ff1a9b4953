import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { toFailure } from '../../../../src/core/model/failure.ts';
import { indexFolder } from '../../../../src/delivery/targets/folder/index-folder.ts';
import { probeServer } from '../../../../src/delivery/targets/webdav/probe-server.ts';
import { testWebdav } from '../../../../src/delivery/targets/webdav/test-webdav.ts';
import { webdavDirectory } from '../../../../src/delivery/targets/webdav/webdav-directory.ts';
import { temporaryLibrary } from '../../../fakes/library.ts';
import { clientOf, describeServers } from './webdav-places.ts';

describeServers('webdav failures', (server, name) => {
  test('the test verb makes the folder, says what the server is, and leaves nothing behind', async () => {
    const url = `${server().url}clips/`;
    const found = await testWebdav({ url, username: server().username }, clientOf(server(), url));
    expect(found).toMatchObject({ limits: name === 'rclone' ? ['edits-seen-late'] : [] });
    expect(found.product?.toLowerCase()).toBe(name.replace(/\d$/, ''));
    expect(server().files()).toEqual({});
  });

  test('a wrong password, a folder that is gone and a server that is away are told apart, with no secret', async () => {
    const wrong = clientOf({ ...server(), password: 'sesame' });
    const failure = await webdavDirectory(wrong, name).check().catch(toFailure);
    expect(failure).toEqual({ code: 'auth-expired', detail: 'PROPFIND: 401' });
    const gone = webdavDirectory(clientOf(server(), `${server().url}nowhere/`), name);
    expect(await gone.check().catch(toFailure)).toMatchObject({ code: 'folder-gone' });
    expect(await gone.write('a.md', 'x', 'nothing').catch(toFailure)).toMatchObject({ code: 'folder-gone' });
    const away = webdavDirectory(clientOf(server(), 'http://127.0.0.1:1/'), name);
    expect(await away.check().catch(toFailure)).toMatchObject({ code: 'offline' });
    expect(server().files()).toEqual({});
  });

  test('the address of a file is said to be one, and nothing is written', async () => {
    server().write('notes.md', 'By hand.');
    const url = `${server().url}notes.md/`;
    const config = { url, username: server().username };
    expect(await testWebdav(config, clientOf(server(), url)).catch(toFailure)).toMatchObject({ code: 'wrong-kind' });
    expect(server().files()).toEqual({ 'notes.md': 'By hand.' });
  });

  test('an index of the folder is read through the same interface as on a disk', async () => {
    server().write('_posts/2024-03-01-渡轮.md', '---\ntitle: 渡轮\nfrom: https://news.example/ferry\n---\n\n正文\n');
    server().write('_posts/2024/2024-03-02-a b+c%41.md', '---\ntitle: other\n---\n\ntext\n');
    server().write('_posts/jianbao-0123abcd-0000.tmp', 'left behind');
    const directory = webdavDirectory(clientOf(server()), name);
    const library = temporaryLibrary(`index-${name}`);
    const report = await indexFolder(
      { library, folderId: `webdav:${name}`, directory, now: () => 1 },
      new AbortController().signal,
    );
    expect(report).toMatchObject({ posts: 2, read: 2, leftovers: ['_posts/jianbao-0123abcd-0000.tmp'] });
  });

  test('a password that is revoked in the middle stops, and goes on with another', async ({ skip }) => {
    const { setPassword, password } = server();
    if (!setPassword) return skip('its password is read once');
    const abilities = await probeServer(clientOf(server()));
    const directory = webdavDirectory(clientOf(server()), name, abilities);
    await directory.write('a.md', 'first', 'nothing');
    setPassword('another');
    expect(await directory.write('b.md', 'second', 'nothing').catch(toFailure)).toMatchObject({ code: 'auth-expired' });
    const renewed = webdavDirectory(clientOf({ ...server(), password: 'another' }), name, abilities);
    await renewed.write('b.md', 'second', 'nothing');
    expect(server().files()).toEqual({ 'a.md': 'first', 'b.md': 'second' });
    setPassword(password);
  });
});
