import { ClipError } from '../core/model/failure.ts';
import type { Steps } from '../core/model/steps.ts';

/** Less than a frame, as the last step of a slice takes a while: https://web.dev/articles/optimize-long-tasks */
const SLICE_MS = 10;

/**
 * What a page spends on a clip at most, in milliseconds of its own work. The pauses are not counted. On a busy machine with
 * two cores and a profiler attached, 500,000 nodes took Chromium 13–23 s, and 39 s where lists are sixty levels deep.
 */
const LONGEST_MS = 30_000;

/** Called between two slices with the milliseconds worked and the share done. Returns whether the work is to go on. */
export type BetweenSlices = (worked: number, share: number) => boolean;

/**
 * Runs steps in slices of the page's thread. Between them the page paints, and answers its reader.
 *
 * @param began when the slice that is running began, by `performance.now()`.
 * @throws {ClipError} `too-slow` where the work takes too long, `stopped` where it is not to go on; in the steps first,
 *   which may have something to return even so.
 */
export async function inSlices<Result>(
  steps: Steps<Result>,
  began: number,
  goesOn: BetweenSlices = () => true,
): Promise<Result> {
  let [worked, share] = [0, 0];
  // By messages and not by timers: pages that are not in view have timers once a second.
  const { port1, port2 } = new MessageChannel();
  const nextTask = (): Promise<unknown> =>
    new Promise((resolve) => {
      port1.onmessage = resolve;
      port2.postMessage(undefined);
    });
  try {
    let step = steps.next();
    while (!step.done) {
      share = step.value ?? share;
      const spent = performance.now() - began;
      if (spent < SLICE_MS) {
        step = steps.next();
        continue;
      }
      worked += spent;
      await nextTask();
      began = performance.now();
      if (!goesOn(worked, share)) step = steps.throw(new ClipError('stopped'));
      else if (worked > LONGEST_MS) step = steps.throw(new ClipError('too-slow', `${LONGEST_MS / 1000} s`));
      else step = steps.next();
    }
    return step.value;
  } finally {
    // An open channel keeps the world alive.
    port1.close();
  }
}
