import { setTimeout as sleep } from 'node:timers/promises';

/** Long enough for a busy machine with one core, and for the alarm that looks after a killed background (30 s). */
export const PATIENCE = 100_000;

/**
 * Asks again and again until the answer is something other than undefined, null or false, and returns it.
 *
 * @throws when that is over, saying what was waited for and the last error there was.
 */
export async function waitFor<T>(
  what: string | (() => string),
  ask: () => Promise<T | undefined | null | false> | T | undefined | null | false,
  patience = PATIENCE,
): Promise<T> {
  const end = Date.now() + patience;
  let trouble: unknown;
  for (;;) {
    try {
      const answer = await ask();
      if (answer !== undefined && answer !== null && answer !== false) return answer;
      trouble = undefined;
    } catch (error) {
      trouble = error;
    }
    if (Date.now() > end) {
      const missing = typeof what === 'string' ? what : what();
      throw new Error(`waited ${patience / 1000} s for ${missing}`, { cause: trouble });
    }
    await sleep(100);
  }
}
