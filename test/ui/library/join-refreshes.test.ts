import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { joinRefreshes } from '../../../src/ui/library/join-refreshes.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('looks at the first clip at once, and at all that follow together', async () => {
  const seen: (readonly string[])[] = [];
  const refresh = joinRefreshes(async (ids) => void seen.push(ids));
  refresh(['a']);
  expect(seen).toEqual([['a']]);
  for (const id of ['b', 'c', 'b']) refresh([id]);
  expect(seen).toEqual([['a']]);
  await vi.runAllTimersAsync();
  expect(seen).toEqual([['a'], ['b', 'c']]);
  refresh(['d']);
  expect(seen.at(-1)).toEqual(['d']);
});

test('begins no refresh while one is under way, and goes on after one that fails', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  const ends: (() => void)[] = [];
  const seen: (readonly string[])[] = [];
  const refresh = joinRefreshes((ids) => {
    seen.push(ids);
    return new Promise((resolve, reject) => ends.push(seen.length === 1 ? () => reject(new Error('gone')) : resolve));
  });
  refresh(['a']);
  refresh(['b']);
  await vi.advanceTimersByTimeAsync(500);
  expect(seen).toEqual([['a']]);
  ends[0]?.();
  // The refresh took half a second: the page is left alone for a whole one.
  await vi.advanceTimersByTimeAsync(900);
  expect(seen).toEqual([['a']]);
  await vi.advanceTimersByTimeAsync(200);
  expect(seen).toEqual([['a'], ['b']]);
});
