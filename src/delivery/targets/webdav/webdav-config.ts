import { isRecord } from '../../../core/model/field-checks.ts';

/** What a WebDAV server turned out to do when it was tried with throwaway files. Plain data, kept in the config. */
export interface WebdavAbilities {
  /** `MOVE` with `Overwrite: F` leaves an existing file alone. Most servers check first and then move: a race. */
  readonly keepsExisting: boolean;
  /** A lock keeps others from writing, and its holder can move a file into the locked place. */
  readonly locks: boolean;
  /** `PUT` with `If-Match` looks and writes in one step: lighttpd. Elsewhere the header is ignored, or races. */
  readonly atomicIfMatch: boolean;
  /** The product that the `Server` header names, else the realm that asks for the sign-in; may be empty. */
  readonly server: string;
}

/** Where a WebDAV place is and how to sign in there, the secret aside. */
export interface WebdavConfig {
  /** The folder that posts are written below: an absolute URL that ends in `/`, with no user name or password in it. */
  readonly url: string;
  /** Present for Basic sign-in; the secret is the password. Absent for Bearer; the secret is the token. */
  readonly username?: string;
  /** Absent before the first test. */
  readonly abilities?: WebdavAbilities;
}

/** @returns nothing where the record is damaged. */
export function readWebdavConfig(value: unknown): WebdavConfig | undefined {
  if (!isRecord(value) || typeof value['url'] !== 'string' || !URL.canParse(value['url'])) return undefined;
  const { url, username, abilities } = value;
  return {
    url: url.endsWith('/') ? url : `${url}/`,
    ...(typeof username === 'string' ? { username } : {}),
    ...(isAbilities(abilities) ? { abilities } : {}),
  };
}

function isAbilities(value: unknown): value is WebdavAbilities {
  if (!isRecord(value)) return false;
  const { keepsExisting, locks, atomicIfMatch, server } = value;
  return [keepsExisting, locks, atomicIfMatch].every((each) => typeof each === 'boolean') && typeof server === 'string';
}
