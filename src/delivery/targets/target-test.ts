import type { NewTarget } from '../../library/model/target-record.ts';

/**
 * What a place cannot promise, for the user to know before writing there.
 *
 * `update-races`: it has no way to look and write in one step, so a change that somebody makes in the very second of an
 * update may be lost · `create-races`: the same for two devices that save under one name in the same second ·
 * `edits-seen-late`: files that are put there past this server are seen late, and may be overwritten (rclone) ·
 * `unencrypted`: sign-in and posts can be read on the way · `claims-remain`: after an interruption a small file below
 * `_claims/` may remain, which a person has to remove.
 */
export type TargetLimit = 'update-races' | 'create-races' | 'edits-seen-late' | 'unencrypted' | 'claims-remain';

/** What trying a place out has found. */
export interface TargetTest {
  /** The record's config, to be stored: with what was found out about the server in it. */
  readonly config: unknown;
  readonly limits: readonly TargetLimit[];
  /** The server's or the service's name, where it tells. */
  readonly product?: string;
}

/** The target that an address identifies. */
export interface RecognisedAddress {
  readonly target: NewTarget;
  /** The service, where the address shows it: `Nextcloud`, `Amazon S3`. Absent where it may be any. */
  readonly product?: string;
  /** A password or key that stood in the address. It is kept with the secrets and nowhere else. */
  readonly secret?: string;
  /** The page on which a password or key for this place is made. */
  readonly secretPage?: string;
  /** What that password, key or token has to allow, in the words of that page. */
  readonly secretScope?: string;
  /** What the address does not say and the user has to. */
  readonly missing: readonly ('username' | 'path' | 'bucket' | 'region')[];
}
