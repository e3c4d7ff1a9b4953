/** What may be at a path that is written to: nothing, a file of these bytes by their `sha256`, or anything. */
export type Replaces = 'nothing' | 'anything' | `sha-256:${string}`;

/** A file vanished or became another between a look at it and reading it: look again. */
export class FileMovedOn extends Error {}

/** A file as it was when it was looked up. Its content is read on demand. */
export interface FoundFile {
  readonly size: number;
  /** Unix milliseconds. */
  readonly modifiedAt: number;
  /** What the content is known by, where the place has such a thing: then it tells changed files, not size and time. */
  readonly version?: string;
  /**
   * Its bytes; with `limit`, so many from its beginning.
   *
   * @throws {FileMovedOn}
   */
  read(limit?: number): Promise<Uint8Array<ArrayBuffer>>;
}

/** What is not as it was in an earlier state. */
export interface DirectoryChanges {
  /** The name of the state that it is in now. */
  readonly state: string;
  readonly files: ReadonlyMap<string, FoundFile>;
  readonly gone: readonly string[];
}

/** Something in a folder. */
export type Entry =
  | { readonly kind: 'folder'; readonly name: string }
  | { readonly kind: 'file'; readonly name: string; look(): Promise<FoundFile | undefined> };

/**
 * A folder of the user's, however it is reached. Paths are below it, `/`-separated; the empty one is the folder itself.
 * Everything throws a `ClipError` that says what is wrong: `folder-permission`, `folder-gone`, `folder-read-only`,
 * `disk-full`, `wrong-kind`, `name-refused` …
 */
export interface Directory {
  readonly name: string;
  /**
   * Milliseconds after which a file that was written is looked at again, where another program can come between the
   * look at a place and the writing. Absent where `write` sees to `replaces` until the very moment.
   */
  readonly lookAgainAfter?: number;
  /** Throws where it cannot be written to now. Quick: it writes nothing, and at most clears up what a killed drain left. */
  check(): Promise<void>;
  /** Lists what is directly in the folder at `path`. */
  list(path: string): Promise<readonly Entry[]>;
  /**
   * The file at `path`; nothing where there is none.
   *
   * @throws {ClipError} `name-taken` where something else has the name: a folder, a link, a device.
   */
  look(path: string): Promise<FoundFile | undefined>;
  /** The name of the state that is listed, where the place has such a thing: a commit. It never means another state. */
  state?(): Promise<string | undefined>;
  /** All that is not as it was in an earlier state; nothing where the place cannot tell. */
  changesSince?(state: string): Promise<DirectoryChanges | undefined>;
  /**
   * Looks again, with more care, whether a file that `look` did not find is gone. For a server whose answers lag; where
   * it is absent, one look is enough.
   */
  isGone?(path: string): Promise<boolean>;
  /**
   * Writes a file and reads it back. Folders on the way are made. At any moment the place holds what it held before, or
   * all of the new content.
   *
   * @param replaces what was seen there just before. It is looked at again as late as the directory can.
   * @returns the content's `sha256`.
   * @throws {ClipError} `name-taken`, `file-changed` or `file-gone` where it no longer holds.
   */
  write(path: string, content: string | Uint8Array<ArrayBuffer>, replaces: Replaces): Promise<string>;
}

/** The file's content as text, UTF-8. */
export async function textOf(file: FoundFile, limit?: number): Promise<string> {
  return new TextDecoder().decode(await file.read(limit));
}
