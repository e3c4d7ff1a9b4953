import { ClipError } from '../core/model/failure.ts';
import type { EarlyOutcome } from './early-clip.ts';

/**
 * What the last script evaluated to, of the answer of `executeScript`: a list with an entry for each frame, of which there
 * is one.
 *
 * @throws {ClipError} `unexpected` where a script threw.
 */
export function lastResult(frames: unknown): unknown {
  const frame: unknown = Array.isArray(frames) ? frames[0] : undefined;
  if (typeof frame !== 'object' || frame === null) return undefined;
  if ('error' in frame && frame.error !== undefined) throw new ClipError('unexpected', messageOf(frame.error));
  return 'result' in frame ? frame.result : undefined;
}

/** The same of scripts that were begun before the popup had loaded. @throws what `executeScript` threw as well. */
export function resultOfEarly(outcome: EarlyOutcome): unknown {
  if ('error' in outcome) throw outcome.error;
  return lastResult(outcome.value);
}

/** What a browser's rejection says. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
