import { afterEach, expect, it, vi } from 'vitest';
import { inSlices } from '../../src/content/in-slices.ts';
import type { Steps } from '../../src/core/model/steps.ts';

afterEach(() => vi.restoreAllMocks());

/** Three steps, each of which writes down what has run before it. */
function* steps(log: string[]): Steps<string> {
  for (const step of ['one', 'two']) {
    log.push(step);
    yield;
  }
  log.push('three');
  return 'done';
}

/** The clock of a machine on which each look at it is so many milliseconds after the one before. */
function slowClock(milliseconds: number): void {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => {
    now += milliseconds;
    return now;
  });
}

it('lets other tasks of the page run between steps that take long', async () => {
  slowClock(100);
  const log: string[] = [];
  const clipped = inSlices(steps(log), 0);
  // As messages and timers of the page: in the queue behind the step that runs.
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    log.push('the page');
    port1.close();
  };
  port2.postMessage(undefined);
  expect(log).toEqual(['one']);
  expect(await clipped).toBe('done');
  expect(log.indexOf('the page')).toBeLessThan(log.indexOf('three'));
});

it('runs quick steps in one task', () => {
  slowClock(0);
  const log: string[] = [];
  void inSlices(steps(log), 0);
  expect(log).toEqual(['one', 'two', 'three']);
});

it('passes on what a step throws', async () => {
  const failing = function* (): Steps<never> {
    yield;
    throw new RangeError('too deep');
  };
  await expect(inSlices(failing(), performance.now())).rejects.toThrow('too deep');
});
