import type { NewTarget } from '../../library/model/target-record.ts';
import { gitHostKind } from './git-host/git-host-kind.ts';
import { repositoryAddress } from './git-host/recognise-repository.ts';
import { s3Kind } from './s3/s3-kind.ts';
import type { ServerKind } from './target-kind.ts';
import type { RecognisedAddress } from './target-test.ts';
import { webdavKind } from './webdav/webdav-kind.ts';

/** The kinds of places on servers. WebDAV is last: a server of it may be at any address. */
export const SERVER_KINDS: readonly ServerKind[] = [gitHostKind, s3Kind, webdavKind];

/** The kind of a place on a server; nothing for a place on this device. */
export function serverKindOf({ kind }: Pick<NewTarget, 'kind'>): ServerKind | undefined {
  return SERVER_KINDS.find((each) => each.kind === kind);
}

/**
 * The place that an address means, as it was typed or copied.
 *
 * @param kind what the user says it is; nothing where the address is to tell.
 * @returns nothing where it is not the address of a place.
 */
export function recogniseAddress(text: string, kind?: string): RecognisedAddress | undefined {
  const address = repositoryAddress(text);
  if (!address) return undefined;
  const kinds = kind === undefined ? SERVER_KINDS : SERVER_KINDS.filter((each) => each.kind === kind);
  for (const each of kinds) {
    const found = each.recognise(address, kind !== undefined);
    if (found) return found;
  }
  return undefined;
}
