import type { FailureCode } from '../core/model/failure.ts';

/**
 * What a failed attempt means for the queue. `again`: the same may work later, back off · `target`: nothing can be
 * written there until something changes, all its rows wait · `choice`: this row waits for the user's choice ·
 * `never`: the same will fail the same way, wait for Retry.
 */
export type Consequence = 'again' | 'target' | 'choice' | 'never';

const CONSEQUENCES: Partial<Record<FailureCode, Consequence>> = {
  'folder-permission': 'target',
  'folder-gone': 'target',
  'folder-read-only': 'target',
  'folder-unsupported': 'target',
  'companion-missing': 'target',
  'companion-outdated': 'target',
  'target-unknown': 'target',
  'disk-full': 'target',
  'file-changed': 'choice',
  'file-gone': 'choice',
  'name-taken': 'never',
  'name-too-long': 'never',
  'name-refused': 'never',
  'too-large': 'never',
  'wrong-kind': 'never',
  'download-refused': 'never',
  'download-cancelled': 'never',
};

export function consequenceOf(code: FailureCode): Consequence {
  return CONSEQUENCES[code] ?? 'again';
}
