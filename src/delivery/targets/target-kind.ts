import type { TargetRecord } from '../../library/model/target-record.ts';
import type { Library } from '../../library/store/database.ts';
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

/** What targets are made of. */
export interface TargetDeps {
  readonly library: Library;
  readonly downloads: DownloadsDeps;
  readonly companion: Companion;
  readonly network: NetworkDeps;
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
  /** What an address that the user pasted says about a place of this kind; nothing where it is none. */
  recognise?(address: URL): RecognisedAddress | undefined;
  /**
   * Writes, reads back and removes a file, and finds out what the place can do. Absent where there is nothing to find.
   *
   * @param record may be of a place that is not connected yet.
   * @throws {ClipError} what keeps it from being written to.
   */
  test?(record: TargetRecord, deps: NetworkDeps): Promise<TargetTest>;
  /** Where it is, for the user to tell two of one name apart: a path on the disk, an address. */
  location?(record: TargetRecord): string;
  /** Calls back after others changed something there. Returns the way to stop. Absent where nothing tells. */
  watch?(record: TargetRecord, onChange: () => void): () => void;
}
