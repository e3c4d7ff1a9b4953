const FIRST_WAIT = 2_000;
const LONGEST_WAIT = 30 * 60_000;

/** After so many attempts a row waits for the user's Retry: at the longest wait that is about three hours. */
export const MOST_ATTEMPTS = 15;

/**
 * Milliseconds to wait after the nth failed attempt (from 1): doubling, with a random share of up to half, so that
 * clips that failed together do not come back together (AWS Architecture Blog, "Exponential Backoff and Jitter").
 *
 * @param random returns a number in [0, 1).
 */
export function backOff(attempts: number, random: () => number): number {
  const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.max(0, attempts - 1));
  return Math.round(wait / 2 + (wait / 2) * random());
}
