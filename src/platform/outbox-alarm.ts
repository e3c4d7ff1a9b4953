import { clearAlarm, onAlarm, setAlarm } from './events.ts';

const NAME = 'outbox';

/**
 * How long after a save or the start of a delivery the background checks it, in case its own page or worker died. The
 * shortest time that Chrome keeps: https://developer.chrome.com/docs/extensions/reference/api/alarms
 */
const SAFETY_MS = 30_000;

/** To be called before a clip is saved or delivered: whatever dies on the way, the background is woken to go on. */
export function lookAfterOutbox(now: number): void {
  setAlarm(NAME, now + SAFETY_MS);
}

/** Wakes the background at the next attempt that is due, or, with nothing due, no more. @param at Unix milliseconds. */
export function wakeForOutbox(at: number | undefined): void {
  if (at === undefined) clearAlarm(NAME);
  else setAlarm(NAME, at);
}

export function onOutboxAlarm(handle: () => unknown): void {
  onAlarm(NAME, handle);
}
