import type { ItemFailure } from '../library/model/job.ts';

/** What can be different in a minute. The rest fails the same way the next time. */
const WORTH_ANOTHER_TRY: ReadonlySet<ItemFailure['reason']> = new Set<ItemFailure['reason']>([
  'server-failed',
  'slow-down',
  'too-slow',
  'unreachable',
  'page-not-loaded',
  'navigated',
  'library-blocked',
  'library-unavailable',
  'not-kept',
]);

/** Waits before the second and the third attempt, in milliseconds. */
const WAITS = [5_000, 30_000];

/** How long after a failed attempt the next is made, in milliseconds; nothing where none is. @param attempts so far, from 1. */
export function waitForNextTry({ reason }: ItemFailure, attempts: number): number | undefined {
  return WORTH_ANOTHER_TRY.has(reason) ? WAITS[attempts - 1] : undefined;
}
