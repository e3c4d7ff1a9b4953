/**
 * Work in steps: at each `yield` whoever runs it may let other work have the thread. What comes out does not depend on
 * that.
 */
export type Steps<Result> = Generator<undefined, Result, undefined>;

/** Runs all steps without a pause. */
export function runSteps<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
