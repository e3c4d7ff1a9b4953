import { clearAlarm, onAlarm, setAlarm } from './events.ts';

const NAME = 'feeds';

/** Browsers keep no alarm that is nearer than half a minute; a check is never so urgent. In milliseconds. */
const SOONEST_MS = 60_000;

/** Wakes the background when feeds are to be checked; no more where none is. @param at Unix milliseconds. */
export function wakeForFeeds(at: number | undefined, now: number): void {
  if (at === undefined) clearAlarm(NAME);
  else setAlarm(NAME, Math.max(at, now + SOONEST_MS));
}

export function onFeedsAlarm(handle: () => unknown): void {
  onAlarm(NAME, handle);
}
