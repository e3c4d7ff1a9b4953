import * as v from 'valibot';

/** What a WebDAV server turned out to do when it was tried with throwaway files. Plain data, kept in the config. */
const webdavAbilities = v.object({
  /** `MOVE` with `Overwrite: F` leaves an existing file alone. Most servers check first and then move: a race. */
  keepsExisting: v.boolean(),
  /** A lock keeps others from writing, and its holder can move a file into the locked place. */
  locks: v.boolean(),
  /** `PUT` with `If-Match` looks and writes in one step: lighttpd. Elsewhere the header is ignored, or races. */
  atomicIfMatch: v.boolean(),
  /** The product that the `Server` header names, else the realm that asks for the sign-in; may be empty. */
  server: v.string(),
});

export type WebdavAbilities = Readonly<v.InferOutput<typeof webdavAbilities>>;

/** Where a WebDAV place is and how to sign in there, the secret aside. */
export interface WebdavConfig {
  /** The folder that posts are written below: an absolute URL that ends in `/`, with no user name or password in it. */
  readonly url: string;
  /** Present for Basic sign-in; the secret is the password. Absent for Bearer; the secret is the token. */
  readonly username?: string;
  /** Absent before the first test. */
  readonly abilities?: WebdavAbilities;
}

const webdavConfig = v.object({
  url: v.pipe(
    v.string(),
    v.check((url) => URL.canParse(url)),
    v.transform((url) => (url.endsWith('/') ? url : `${url}/`)),
  ),
  username: v.fallback(v.optional(v.string()), undefined),
  abilities: v.fallback(v.optional(webdavAbilities), undefined),
});

/** @returns nothing where the record is damaged. */
export function readWebdavConfig(value: unknown): WebdavConfig | undefined {
  const read = v.safeParse(webdavConfig, value);
  if (!read.success) return undefined;
  const { url, username, abilities } = read.output;
  return { url, ...(username === undefined ? {} : { username }), ...(abilities === undefined ? {} : { abilities }) };
}
