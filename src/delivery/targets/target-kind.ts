import type { TargetRecord } from '../../library/model/target-record.ts';
import type { HttpDeps } from '../http/send-request.ts';
import type { Target } from '../target.ts';
import type { Companion } from './companion/companion.ts';
import type { DownloadsDeps } from './downloads/downloads-target.ts';
import type { Directory } from './folder/directory.ts';
import type { RecognisedAddress, TargetTest } from './target-test.ts';

/** What targets on servers need. */
export interface NetworkDeps {
  readonly http: HttpDeps;
  /**
   * The password, token or key of a target. Secrets are kept apart from the record, which backups hold.
   *
   * @throws {ClipError} `auth-expired` where there is none: it was forgotten, or never entered on this device.
   */
  readonly readSecret: (targetId: string) => Promise<string>;
  /** Names this device and no other; no backup holds it. */
  readonly deviceId: () => Promise<string>;
}

/** What a target on a server is made of. */
export interface ServerDeps {
  readonly network: NetworkDeps;
  /** Other paths of a target at which a file may be that is missing from its path: the user may have moved it. */
  readonly otherPaths: (targetId: string, path: string) => Promise<readonly string[]>;
}

/** What targets are made of. */
export interface TargetDeps extends ServerDeps {
  /** Without `downloads` in Firefox for Android, which lets no extension write there. */
  readonly downloads: Omit<DownloadsDeps, 'downloads'> & { readonly downloads: DownloadsDeps['downloads'] | undefined };
  readonly companion: Companion;
}

/** What reading a target takes. */
export type DirectoryDeps = Pick<TargetDeps, 'companion' | 'network'>;

/**
 * A kind of target that posts are delivered to. Each has its folder below `delivery/targets/` and a line in
 * `target-kinds.ts`; nothing else names it.
 */
export interface TargetKind {
  /** `TargetRecord.kind`. */
  readonly kind: string;
  /** @throws {ClipError} `target-unknown` where the record's config is damaged. */
  open(record: TargetRecord, deps: TargetDeps): Target;
  /**
   * The place as a folder to read, for its index and for conflicts. Absent where it cannot be read.
   *
   * @throws {ClipError} `target-unknown` where the record's config is damaged.
   */
  directory?(record: TargetRecord, deps: DirectoryDeps): Directory;
  /** Where it is, for the user to tell two of one name apart: a path on the disk, an address. */
  location?(record: TargetRecord): string;
  /** Calls back after others changed something there. Returns the way to stop. Absent where nothing tells. */
  watch?(record: TargetRecord, onChange: () => void): () => void;
}

/** What a user may set of a place on a server, in one form for all kinds. */
export interface PlaceFields {
  /** The folder below which posts are written, without slashes at its ends. */
  readonly folder: string;
  /** The name to sign in with: a user name, an access key. Absent where a token is all. */
  readonly user?: string;
  readonly bucket?: string;
  readonly region?: string;
  /** Of a git host; empty for the repository's default branch. */
  readonly branch?: string;
  /** Template of commit messages; empty for the usual one. */
  readonly message?: string;
  /** Of a git host: whether posts go to a merge request instead of the branch itself. */
  readonly mergeRequest?: boolean;
}

/** A kind of place on a server. It is set up by an address, and needs no browser: the command line has it too. */
export interface ServerKind extends TargetKind {
  open(record: TargetRecord, deps: ServerDeps): Target;
  directory(record: TargetRecord, deps: Pick<ServerDeps, 'network'>): Directory;
  /**
   * What an address that the user pasted says about a place of this kind; nothing where it names another.
   *
   * @param isAsked the user says that the address is of this kind: a server's own address may not show it.
   */
  recognise(address: URL, isAsked?: boolean): RecognisedAddress | undefined;
  /** @throws {ClipError} `target-unknown` where the config is damaged. */
  fieldsOf(record: Pick<TargetRecord, 'name' | 'config'>): PlaceFields;
  /**
   * Returns the config with some fields changed. A field that the kind does not have is left out.
   *
   * @throws {ClipError} `name-refused` for a value that no server takes.
   */
  withFields(record: Pick<TargetRecord, 'name' | 'config'>, changes: Partial<PlaceFields>): unknown;
  /**
   * Finds out what an address left open, and writes nothing. Absent where addresses say all that writing takes.
   *
   * @returns the config to open the place with.
   * @throws {ClipError} what keeps it from being reached.
   */
  settle?(record: TargetRecord, deps: NetworkDeps): Promise<unknown>;
  /**
   * Writes, reads back and removes a file, and finds out what the place can do.
   *
   * @param record may be of a place that is not connected yet.
   * @throws {ClipError} what keeps it from being written to.
   */
  test(record: TargetRecord, deps: NetworkDeps): Promise<TargetTest>;
  location(record: TargetRecord): string;
}
