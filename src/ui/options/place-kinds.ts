import { type KeyPart, keyPart } from '../../i18n/messages.ts';

/** The kinds of places on servers, as they are offered. */
export const PLACE_KINDS = ['git-host', 'webdav', 's3'] as const;

/** The name of a kind in messages. */
export function kindKey(kind: string): `kind_${KeyPart<(typeof PLACE_KINDS)[number]>}` {
  return `kind_${keyPart(PLACE_KINDS.find((each) => each === kind) ?? 'webdav')}`;
}
