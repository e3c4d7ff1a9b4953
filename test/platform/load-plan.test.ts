// @vitest-environment jsdom
import { expect, it, vi } from 'vitest';
import { countStory } from '../../src/core/text/story-counts.ts';
import { planLoader } from '../../src/platform/load-plan.ts';

vi.mock('../../src/platform/browser.ts', () => ({ browser: {} }));

/** Loads a module that is another one each time, and counts how often. */
function loaderOf() {
  const load = vi.fn(async () => ({ pathOfPost: async () => '', countStory }));
  return { load, plan: planLoader(load) };
}

it('loads once for all who ask at the same time', async () => {
  const { load, plan } = loaderOf();
  const [one, other] = await Promise.all([plan(), plan()]);
  expect(one).toBe(other);
  expect(load).toHaveBeenCalledTimes(1);
});

it('drops what was wanted once, and keeps it from the second time on', async () => {
  const { load, plan } = loaderOf();
  const first = await plan();
  const second = await plan();
  expect(second).not.toBe(first);
  expect(await plan()).toBe(second);
  expect(load).toHaveBeenCalledTimes(2);
});

it('loads again after a failure, however often it has loaded before', async () => {
  const { load, plan } = loaderOf();
  await plan();
  load.mockRejectedValueOnce(new Error('gone'));
  await expect(plan()).rejects.toThrow('gone');
  await plan();
  expect(load).toHaveBeenCalledTimes(3);
});
