import { clearAlarm, onAlarm, SAFETY_MS, setAlarm } from './events.ts';

const NAME = 'quick clip';

/** Wakes the background after a while, in case it is ended while it clips. */
export function lookAfterQuickClips(now: number): void {
  setAlarm(NAME, now + SAFETY_MS);
}

/** All that has begun is done. */
export function leaveQuickClips(): void {
  clearAlarm(NAME);
}

export function onQuickClipAlarm(handle: () => unknown): void {
  onAlarm(NAME, handle);
}
