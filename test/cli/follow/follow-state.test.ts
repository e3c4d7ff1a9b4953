import { join } from 'node:path';
import { expect, it } from 'vitest';
import { FollowState } from '../../../src/cli/follow/follow-state.ts';
import { temporaryFolder } from '../../fakes/temporary-folder.ts';

const FEED = 'http://127.0.0.1/feed';

it('remembers items and feeds whose names every object has', async () => {
  const folder = temporaryFolder();
  const path = join(folder.path, 'follow.json');
  const names = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'id-1'];
  const state = await FollowState.read(path);
  for (const name of names) state.feed(FEED).items.set(name, `post ${name}`);
  state.feed('__proto__').items.set('a', 'post a');
  await state.write();

  const again = await FollowState.read(path);
  expect([...again.feed(FEED).items]).toEqual(names.map((name) => [name, `post ${name}`]));
  expect([...again.feed('__proto__').items]).toEqual([['a', 'post a']]);
  const before = folder.files()['follow.json'];
  again.forget(FEED, new Set(names));
  await again.write();
  expect(folder.files()['follow.json']).toBe(before);
});

it('refuses a state whose items are no outcomes', async () => {
  const folder = temporaryFolder();
  for (const items of [{ a: 1 }, ['post'], null]) {
    folder.write('follow.json', JSON.stringify({ version: 1, feeds: { [FEED]: { items } } }));
    await expect(FollowState.read(join(folder.path, 'follow.json'))).rejects.toThrow('not a state of jianbao follow');
  }
});
