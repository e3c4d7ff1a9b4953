import { ClipError } from '../../core/model/failure.ts';
import type { TargetRecord } from '../../library/model/target-record.ts';
import { otherPathsOfStory } from '../../library/queries/folder-files.ts';
import { getTarget } from '../../library/queries/targets.ts';
import type { Library } from '../../library/store/database.ts';
import type { Target } from '../target.ts';
import { companionKind } from './companion/companion-kind.ts';
import { downloadsKind } from './downloads/downloads-kind.ts';
import type { Directory } from './folder/directory.ts';
import { folderKind } from './folder/folder-kind.ts';
import { SERVER_KINDS } from './server-kinds.ts';
import type { DirectoryDeps, TargetDeps, TargetKind } from './target-kind.ts';

/** Every kind of target there is. */
const TARGET_KINDS: readonly TargetKind[] = [downloadsKind, folderKind, companionKind, ...SERVER_KINDS];

/** @throws {ClipError} `target-unknown`: a newer version made it. */
export function kindOf({ kind }: Pick<TargetRecord, 'kind'>): TargetKind {
  const found = TARGET_KINDS.find((each) => each.kind === kind);
  if (!found) throw new ClipError('target-unknown', kind);
  return found;
}

/**
 * The target that an outbox row names; nothing where it was disconnected.
 *
 * @throws {ClipError} `place-paused`.
 */
export async function openTarget(
  library: Library,
  deps: Omit<TargetDeps, 'otherPaths'>,
  id: string,
): Promise<Target | undefined> {
  const record = await getTarget(library, id);
  if (record?.isPaused) throw new ClipError('place-paused', record.name);
  const otherPaths = (targetId: string, path: string) => otherPathsOfStory(library, targetId, path);
  return record && kindOf(record).open(record, { ...deps, otherPaths });
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
