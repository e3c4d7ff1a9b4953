/**
 * What the extension and its companion (`jianbao host run`, started by the browser) say to each other: JSON messages,
 * each with its length before it, as browsers' native messaging has it. The extension asks, the companion answers.
 */
import type { Failure, FailureCode } from '../../../core/model/failure.ts';
import type { Replaces } from '../folder/directory.ts';

/** The name under which the companion is registered with browsers. */
export const COMPANION_NAME = 'app.jianbao.companion';

/** Grows when an older companion would misunderstand. */
export const PROTOCOL = 1;

/**
 * Bytes of a file in one answer. Browsers take 1 MB a message from a host (Chrome's documentation of native messaging);
 * base64 makes four of three.
 */
export const PART_BYTES = 600 * 1024;

/** Entries of a folder in one answer: each has at most 255 bytes of name, which JSON makes six times as many. */
export const PART_ENTRIES = 500;

/** The longest message that a companion takes, in bytes: what Chrome sends at most. */
export const REQUEST_LIMIT = 64 * 1024 * 1024;

/** The longest file that is sent: as base64 it fits into a request. */
export const CONTENT_LIMIT = 45 * 1024 * 1024;

/** Who answers. */
export interface Greeting {
  readonly protocol: number;
  /** Of the command line that the companion belongs to. */
  readonly version: string;
  /** The one folder that it writes to: its whole path. */
  readonly folder: string;
}

export interface FileStat {
  readonly size: number;
  /** Unix milliseconds. */
  readonly modifiedAt: number;
}

export type ListedEntry =
  | { readonly kind: 'folder'; readonly name: string }
  | ({ readonly kind: 'file'; readonly name: string } & FileStat);

/**
 * All that can be asked: a name and a function each. `folder` is the folder that is meant, so that a companion that was
 * set up for another in the meantime does not write there.
 */
export interface Calls {
  greet(): Greeting;
  check(folder: string): null;
  /** In parts. */
  list(folder: string, path: string): readonly ListedEntry[];
  look(folder: string, path: string): FileStat | null;
  /** The first `limit` bytes as base64, in parts. */
  read(folder: string, path: string, limit: number): string;
  /** @param content base64. */
  write(folder: string, path: string, content: string, replaces: Replaces): string;
}

export type CallName = keyof Calls;

/** A call on its way. Every answer to it has its number. */
export type Request = {
  [N in CallName]: { readonly id: number; readonly call: N; readonly args: Parameters<Calls[N]> };
}[CallName];

export type Answer =
  | { readonly id: number; readonly ok: true; readonly value: unknown; readonly more?: true }
  /** `id` is null where the message had none. */
  | { readonly id: number | null; readonly ok: false; readonly failure: Failure };

/** The failures that a companion may answer with; any other is `unexpected`. */
export const COMPANION_FAILURES: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'disk-full',
  'file-changed',
  'file-gone',
  'folder-gone',
  'folder-read-only',
  'name-refused',
  'name-taken',
  'name-too-long',
  'not-kept',
  'wrong-kind',
]);
