import { clearAlarm, onAlarm, setAlarm } from './events.ts';

const NAME = 'quick clip';

/** The shortest time that Chrome keeps, in milliseconds: https://developer.chrome.com/docs/extensions/reference/api/alarms */
const SAFETY_MS = 30_000;

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
