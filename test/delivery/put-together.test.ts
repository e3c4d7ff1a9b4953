import { expect, test } from 'vitest';
import { ClipError } from '../../src/core/model/failure.ts';
import { putTogether } from '../../src/delivery/put-together.ts';
import type { PostToPut, Target } from '../../src/delivery/target.ts';

const signal = new AbortController().signal;

/** A target that takes every path once, and remembers what came together. */
function batchTarget(limit = 100) {
  const batches: string[][] = [];
  const taken = new Set<string>();
  const settle = ({ files }: PostToPut): PromiseSettledResult<[]> => {
    const path = files[0]?.path ?? '';
    if (taken.has(path)) return { status: 'rejected', reason: new ClipError('name-taken', path) };
    taken.add(path);
    return { status: 'fulfilled', value: [] };
  };
  const target: Target = {
    id: 'batches',
    root: '',
    async check() {},
    put: () => Promise.reject(new Error('put alone')),
    batch: {
      limit,
      async put(posts) {
        batches.push(posts.map(({ files }) => files[0]?.path ?? ''));
        return posts.map(settle);
      },
    },
  };
  return { target, batches };
}

const put = (target: Target, path: string, content = '') =>
  target.put([{ path, content }], { kind: 'absent' }, signal).then(() => path);

const pause = () => new Promise((resolve) => setTimeout(resolve, 1));

test('posts that are ready at different times are put in one batch', async () => {
  const { target, batches } = batchTarget();
  const names = Array.from({ length: 60 }, (_, n) => `${n}.md`);
  const results = await putTogether(target, names, async (shared, name) => {
    for (let n = 0; n < Number.parseInt(name, 10) % 5; n++) await pause();
    return put(shared, name);
  });
  expect(results).toEqual(names);
  expect(batches.map((batch) => batch.length)).toEqual([60]);
});

test('a post whose name is taken tries the next one in a later batch', async () => {
  const { target, batches } = batchTarget();
  const results = await putTogether(target, ['a.md', 'b.md', 'a.md'], (shared, name) =>
    put(shared, name).catch(() => put(shared, `${name}-2`)),
  );
  expect(results).toEqual(['a.md', 'b.md', 'a.md-2']);
  expect(batches).toEqual([['a.md', 'b.md', 'a.md'], ['a.md-2']]);
});

test('posts that never come to their put hold up no others', async () => {
  const { target, batches } = batchTarget();
  const results = await putTogether(target, ['a.md', '', 'b.md'], async (shared, name) =>
    name === '' ? 'nothing' : put(shared, name),
  );
  expect(results).toEqual(['a.md', 'nothing', 'b.md']);
  expect(batches).toEqual([['a.md', 'b.md']]);
});

test('an error of one is thrown after the others have ended', async () => {
  const { target, batches } = batchTarget();
  const all = putTogether(target, ['a.md', 'bad', 'b.md'], async (shared, name) => {
    if (name === 'bad') throw new Error('bad');
    return put(shared, name);
  });
  await expect(all).rejects.toThrow('bad');
  expect(batches).toEqual([['a.md', 'b.md']]);
});

test('what waits is bounded in number and in bytes', async () => {
  const few = batchTarget(3);
  const names = Array.from({ length: 8 }, (_, n) => `${n}.md`);
  await putTogether(few.target, names, (shared, name) => put(shared, name));
  expect(few.batches.every((batch) => batch.length <= 3)).toBe(true);

  const heavy = batchTarget();
  const megabytes = 'x'.repeat(6 * 1024 * 1024);
  const many = Array.from({ length: 24 }, (_, n) => `${n}.md`);
  await putTogether(heavy.target, many, (shared, name) => put(shared, name, megabytes));
  expect(heavy.batches.flat()).toHaveLength(24);
  expect(heavy.batches.length).toBeGreaterThan(1);
});

test('a target without batches is put to in turn', async () => {
  const order: string[] = [];
  const target: Target = {
    id: 'plain',
    root: '',
    async check() {},
    async put([file]) {
      order.push(file?.path ?? '');
      await pause();
      order.push('done');
      return [];
    },
  };
  await putTogether(target, ['a.md', 'b.md'], (shared, name) => put(shared, name));
  expect(order).toEqual(['a.md', 'done', 'b.md', 'done']);
});
