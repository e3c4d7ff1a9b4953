import { expect, test } from 'vitest';
import { toFailure } from '../../../src/core/model/failure.ts';
import 'fake-indexeddb/auto';
import { openLibrary } from '../../../src/library/store/database.ts';
import { temporaryLibrary } from '../../fakes/library.ts';

test('a tab that keeps an older version open is waited for, then named', async () => {
  const held = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('held', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('clips', { keyPath: 'id' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = reject;
  });
  const upgrading = openLibrary({ name: 'held', version: 2, blockedLimit: 30 });
  expect(await upgrading.use((database) => database.count('clips')).catch(toFailure)).toMatchObject({
    code: 'library-blocked',
  });
  held.close();
});

test('a library steps aside for a newer one, and then is not touched', async () => {
  const library = temporaryLibrary('upgraded');
  await library.use((database) => database.count('clips'));
  const newer = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('upgraded', 99);
    request.onsuccess = () => resolve(request.result);
    request.onerror = reject;
  });
  expect(newer.version).toBe(99);
  newer.close();
  expect(await library.use((database) => database.count('clips')).catch(toFailure)).toMatchObject({
    code: 'library-newer',
  });
});

test('a page that waits behind another’s held-up upgrade hears of it too', async () => {
  const held = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('queue', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('clips', { keyPath: 'id' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = reject;
  });
  const pages = [1, 2].map(() => openLibrary({ name: 'queue', version: 2, blockedLimit: 30, silenceLimit: 90 }));
  const answers = await Promise.all(pages.map((page) => page.use((all) => all.count('clips')).catch(toFailure)));
  expect(answers).toMatchObject([{ code: 'library-blocked' }, { code: 'library-blocked' }]);
  held.close();
});
