import type { FailureCode } from '../core/model/failure.ts';

/**
 * What a failed attempt means for the queue. `again`: the same may work later, back off · `target`: nothing can be
 * written there until something changes, all its rows wait · `choice`: this row waits for the user's choice ·
 * `never`: the same will fail the same way, wait for Retry.
 */
export type Consequence = 'again' | 'target' | 'choice' | 'never';

const CONSEQUENCES = {
  'folder-permission': 'target',
  'folder-gone': 'target',
  'folder-read-only': 'target',
  'folder-unsupported': 'target',
  'companion-missing': 'target',
  'companion-outdated': 'target',
  'companion-lost': 'again',
  'downloads-unsupported': 'target',
  'target-unknown': 'target',
  'place-paused': 'target',
  'auth-expired': 'target',
  'rate-limited': 'target',
  offline: 'target',
  'access-denied': 'target',
  'branch-protected': 'target',
  'repository-gone': 'target',
  'server-unsupported': 'target',
  'clock-skew': 'target',
  'wrong-region': 'target',
  'file-locked': 'again',
  'disk-full': 'target',
  permission: 'target',
  conflict: 'choice',
  'already-there': 'choice',
  'file-changed': 'choice',
  'file-gone': 'choice',
  'name-taken': 'never',
  'name-too-long': 'never',
  'name-refused': 'never',
  'too-large': 'never',
  'wrong-kind': 'never',
  'commit-refused': 'never',
  'download-refused': 'never',
  'download-cancelled': 'never',
  'download-interrupted': 'again',
  'not-kept': 'again',
  'library-blocked': 'again',
  'library-newer': 'again',
  'library-full': 'again',
  'library-unavailable': 'again',
  'edited-elsewhere': 'again',
  unexpected: 'again',
  // The rest say why a page cannot be clipped: they do not occur in a delivery.
  'browser-page': 'never',
  'store-page': 'never',
  'extension-page': 'never',
  'view-source': 'never',
  pdf: 'never',
  image: 'never',
  'not-html': 'never',
  blank: 'never',
  'page-not-loaded': 'never',
  'local-file': 'never',
  'no-article': 'never',
  'login-wall': 'never',
  'scripts-needed': 'never',
  frameset: 'never',
  'too-slow': 'never',
  stopped: 'never',
  navigated: 'never',
} satisfies Record<FailureCode, Consequence>;

export function consequenceOf(code: FailureCode): Consequence {
  return CONSEQUENCES[code];
}
