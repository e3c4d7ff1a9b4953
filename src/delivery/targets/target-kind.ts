import type { TargetRecord } from '../../library/model/target-record.ts';
import type { Library } from '../../library/store/database.ts';
import type { Target } from '../target.ts';
import type { Companion } from './companion/companion.ts';
import type { DownloadsDeps } from './downloads/downloads-target.ts';
import type { Directory } from './folder/directory.ts';

/** What targets are made of. */
export interface TargetDeps {
  readonly library: Library;
  readonly downloads: DownloadsDeps;
  readonly companion: Companion;
}

/**
 * A kind of place that posts are delivered to. Each has a folder of its own below `delivery/targets/` and a line in
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
  directory?(record: TargetRecord, deps: Pick<TargetDeps, 'companion'>): Directory;
  /** Where it is, for the user to tell two of one name apart: a path on the disk, an address. */
  location?(record: TargetRecord): string;
  /** Calls back after others changed something there. Returns the way to stop. Absent where nothing tells. */
  watch?(record: TargetRecord, onChange: () => void): () => void;
}
