import { clearAlarm, onAlarm, SAFETY_MS, setAlarm } from './events.ts';

const NAME = 'outbox';

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
