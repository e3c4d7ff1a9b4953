import type { Steps } from '../core/model/steps.ts';

/** Less than a frame, as the last step of a slice takes a while: https://web.dev/articles/optimize-long-tasks */
const SLICE_MS = 10;

/**
 * Runs steps in slices of the page's thread. Between them the page paints, and answers its reader.
 *
 * @param began when the slice that is running began, by `performance.now()`.
 */
export async function inSlices<Result>(steps: Steps<Result>, began: number): Promise<Result> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    if (performance.now() - began < SLICE_MS) continue;
    await nextTask();
    began = performance.now();
  }
}

/** A message and not a timer: pages that are not in view have timers once a second. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
