import { ClipError } from '../../core/model/failure.ts';
import type { TargetRecord } from '../../library/model/target-record.ts';
import { getTarget } from '../../library/queries/targets.ts';
import type { Target } from '../target.ts';
import { companionKind } from './companion/companion-kind.ts';
import { downloadsKind } from './downloads/downloads-kind.ts';
import type { Directory } from './folder/directory.ts';
import { folderKind } from './folder/folder-kind.ts';
import { gitHostKind } from './git-host/git-host-kind.ts';
import { s3Kind } from './s3/s3-kind.ts';
import type { DirectoryDeps, TargetDeps, TargetKind } from './target-kind.ts';
import { webdavKind } from './webdav/webdav-kind.ts';

/** Every kind of target there is. */
const TARGET_KINDS: readonly TargetKind[] = [downloadsKind, folderKind, companionKind, gitHostKind, webdavKind, s3Kind];

/** @throws {ClipError} `target-unknown`: a newer version made it. */
export function kindOf({ kind }: Pick<TargetRecord, 'kind'>): TargetKind {
  const found = TARGET_KINDS.find((each) => each.kind === kind);
  if (!found) throw new ClipError('target-unknown', kind);
  return found;
}

/** The target that an outbox row names; nothing where it was disconnected. */
export async function openTarget(deps: TargetDeps, id: string): Promise<Target | undefined> {
  const record = await getTarget(deps.library, id);
  return record && kindOf(record).open(record, deps);
}

/**
 * A target as a folder to read.
 *
 * @throws {ClipError} `folder-unsupported` where the kind cannot be read.
 */
export function openDirectory(record: TargetRecord, deps: DirectoryDeps): Directory {
  const directory = kindOf(record).directory?.(record, deps);
  if (!directory) throw new ClipError('folder-unsupported', record.name);
  return directory;
}
