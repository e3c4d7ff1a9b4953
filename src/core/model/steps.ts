/**
 * Work in steps: at each `yield` whoever runs it may let other work have the thread, or end the work by an error. What
 * comes out does not depend on that. A number tells how much of a whole clip is done, 0 to 1; without one it is as before.
 * The first fifth is the copy of the page.
 */
export type Steps<Result> = Generator<number | undefined, Result, undefined>;

/** Runs all steps without a pause. */
export function runSteps<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
