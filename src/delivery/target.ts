import type { Receipt } from '../library/model/delivery.ts';

/** One file to be put at a target. */
export interface OutFile {
  /** Below the target's root, `/`-separated. */
  readonly path: string;
  readonly content: string | Uint8Array<ArrayBuffer>;
}

/**
 * Attempts that were cut off while they wrote the post at this very path: since when, and the hashes of all that they
 * were about to write, the last one's last. Which of it was written is unknown.
 */
export interface InterruptedAttempt {
  readonly since: number;
  readonly hashes: readonly string[];
}

/**
 * What may be at the files' paths already.
 *
 * `absent`: nothing; a file with the very same bytes counts as written · `ours`: the files as these receipts left them ·
 * `any`: whatever it is, the user said so. With `resumed`, also what cut-off attempts left behind.
 */
export type Expectation =
  | { readonly kind: 'absent'; readonly resumed?: InterruptedAttempt }
  | { readonly kind: 'ours'; readonly receipts: readonly Receipt[]; readonly resumed?: InterruptedAttempt }
  | { readonly kind: 'any' };

/** All files of one post, the post itself first, and what may be at their paths already. */
export interface PostToPut {
  readonly files: readonly OutFile[];
  readonly expect: Expectation;
}

/**
 * A place that posts are delivered to. It knows how to write there safely and how to say what went wrong; naming,
 * conflicts, order and retries are decided once for all targets in `deliver.ts`.
 */
export interface Target {
  readonly id: string;
  /** Goes before every path: the sub-folder of the downloads, empty for a folder. Ends in `/` or is empty. */
  readonly root: string;

  /**
   * Can it be written to now? Asked before every run of the queue, so it is quick and writes nothing.
   *
   * @throws {ClipError} the reason, such as `folder-permission` or `folder-gone`.
   */
  check(signal: AbortSignal): Promise<void>;

  /**
   * Writes all files of one post, the post itself (the first) last, and reads back what was written. Doing it twice
   * leaves the same as doing it once. When it throws, every file is whole: as before, or as asked.
   *
   * @returns a receipt for each file, in order, with its actual path.
   * @throws {ClipError} `name-taken` (expected absent, is there), `file-changed` or `file-gone` (expected ours), or
   * whatever kept it from writing.
   */
  put(files: readonly OutFile[], expect: Expectation, signal: AbortSignal): Promise<Receipt[]>;

  /**
   * Looks once more at what `put` wrote, at the end of a drain: for targets that another writer can overtake between
   * the look at a place and the writing. Absent where `put` itself rules that out.
   *
   * @param puts the receipts of each put.
   * @returns for each put whether all of its files are still what was written.
   */
  lookAgain?(puts: readonly (readonly Receipt[])[]): Promise<boolean[]>;

  /** The text of a file; nothing where there is none. Absent where the place cannot be read. */
  read?(path: string, signal: AbortSignal): Promise<string | undefined>;

  /** Present where several posts cost no more than one: a git host makes one commit of them. */
  readonly batch?: {
    /** The most posts in one call. */
    readonly limit: number;
    /** As `put`, for each of the posts: returns what became of each, in their order. */
    put(posts: readonly PostToPut[], signal: AbortSignal): Promise<PromiseSettledResult<Receipt[]>[]>;
  };
}
