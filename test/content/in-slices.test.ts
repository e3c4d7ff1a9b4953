import { afterEach, expect, it, vi } from 'vitest';
import { inSlices } from '../../src/content/in-slices.ts';
import { toFailure } from '../../src/core/model/failure.ts';
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

/** Steps without an end, which return what they have where they are ended. */
function* endless(seen: string[]): Steps<string> {
  try {
    for (;;) yield 0.4;
  } catch (error) {
    seen.push(toFailure(error).code);
    if (toFailure(error).code === 'too-slow') return 'what there was';
    throw error;
  }
}

it('ends work that takes too long, and returns what there is of it', async () => {
  slowClock(8_000);
  const seen: string[] = [];
  expect(await inSlices(endless(seen), 0)).toBe('what there was');
  expect(seen).toEqual(['too-slow']);
});

it('stops between two slices, with all that the steps have open closed', async () => {
  slowClock(100);
  const seen: string[] = [];
  const told: number[] = [];
  const stopped = inSlices(endless(seen), 0, (_worked, share) => {
    told.push(share);
    return told.length < 3;
  });
  await expect(stopped).rejects.toThrow('stopped');
  expect(seen).toEqual(['stopped']);
  expect(told).toEqual([0.4, 0.4, 0.4]);
});
