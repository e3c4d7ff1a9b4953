import type { ChangedPaths } from './changed-paths.ts';

/** Something at a path of a branch. */
export interface HostEntry {
  /** The id of the git object: SHA-1 or SHA-256, as the repository has it. */
  readonly oid: string;
  /** `other`: a symbolic link or a submodule. */
  readonly type: 'file' | 'folder' | 'other';
  /** The last commit that changed it, where the host asks for that in an update (GitLab). */
  readonly lastCommit?: string;
  /** The address of the merge request that it waits in; absent on the target branch. */
  readonly page?: string;
}

/** What is at some paths of a branch. Paths with nothing are left out. */
export interface Snapshot {
  /** The commit that was looked at; absent in an empty repository, and where the host does not tell. */
  readonly head?: string;
  readonly entries: ReadonlyMap<string, HostEntry>;
}

export interface FileChange {
  /** From the root of the repository. */
  readonly path: string;
  readonly content: Uint8Array<ArrayBuffer>;
  /** What the change replaces. Absent: the file is new, and nothing may be at its path. */
  readonly replaces?: HostEntry;
}

export interface HostCommit {
  readonly message: string;
  readonly changes: readonly FileChange[];
  /** The head that the changes were planned on, where the snapshot has one. */
  readonly head?: string;
}

/** What a host says of a commit that it made. */
export interface Committed {
  readonly commit: string;
  /** Ids of the written blobs by path, where the host tells. They differ from the content's own id for files in LFS. */
  readonly oids?: ReadonlyMap<string, string>;
  /** The address of the merge request that the commit is part of. */
  readonly page?: string;
}

/** A file of the archive in a listing. */
export interface ListedFile {
  readonly path: string;
  readonly oid: string;
}

/**
 * A branch of a repository, by the API of its host. Everything throws a `ClipError` for what concerns the host as a
 * whole: `auth-expired`, `rate-limited`, `offline`, `repository-gone`, `access-denied`.
 */
export interface GitHost {
  /**
   * Whether `commit` itself refuses a new file at a taken path. Then new posts need no look before. (GitHub compares
   * heads only: a path that is taken on that very head would be overwritten.)
   */
  readonly refusesTakenPaths: boolean;

  /** Looks at the paths, and at the folders above them where that costs no request. */
  look(paths: readonly string[], signal: AbortSignal): Promise<Snapshot>;

  /**
   * Makes one commit of all changes, or none.
   *
   * @throws {HeadMoved} another commit came between; {PathTaken}; {CommitRefused}.
   */
  commit(commit: HostCommit, signal: AbortSignal): Promise<Committed>;

  /** The content of a blob. */
  readBlob(oid: string, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>>;

  /** The commit that the branch is at; nothing in an empty repository. */
  head(signal: AbortSignal): Promise<string | undefined>;

  /**
   * The commits whose files together are the archive, where that is not `head` alone: of the branch that a merge request
   * is made into, then of the request's, which counts where both have a file. The same commit is named once.
   */
  heads?(signal: AbortSignal): Promise<readonly string[]>;

  /** Every file below a folder at a commit, however the host cuts its answers. */
  listFiles(commit: string, folder: string, signal: AbortSignal): Promise<readonly ListedFile[]>;

  /** What differs between two commits of any branches. */
  readonly changedPaths: ChangedPaths;

  /** All files at a commit as a gzipped tar. */
  archive(commit: string, folder: string, signal: AbortSignal): Promise<ReadableStream<Uint8Array<ArrayBuffer>>>;

  /** Removes a file that is as `entry` says, in a separate commit. */
  remove(path: string, entry: HostEntry, message: string, signal: AbortSignal): Promise<void>;
}

/** The branch has moved: look again, and build on its new head. */
export class HeadMoved extends Error {}

/** Something is at the path of a new file. */
export class PathTaken extends Error {}

/** The host refuses these changes because of its rules: a policy, a size, a name. */
export class CommitRefused extends Error {}
