import { ClipError } from '../../../core/model/failure.ts';
import type { NewTarget, TargetRecord } from '../../../library/model/target-record.ts';
import type { TargetKind } from '../target-kind.ts';
import { folderTarget } from './folder-target.ts';
import { handleDirectory } from './handle-directory.ts';
import { watchFolder } from './watch-folder.ts';

/** A folder that the user picks in the browser (File System Access API: Chrome and Edge). */
export const folderKind: TargetKind = {
  kind: 'folder',
  open(record, { otherPaths }) {
    const placesOf = ({ path }: { path: string }) => otherPaths(record.id, path);
    return folderTarget({
      id: record.id,
      directory: handleDirectory(handleOf(record), { owner: record.id }),
      placesOf,
    });
  },
  directory: (record) => handleDirectory(handleOf(record), { owner: record.id }),
  watch: (record, onChange) => watchFolder(handleOf(record), onChange),
};

/** A folder that the user has picked or dropped, to be connected. */
export function pickedFolder(handle: FileSystemDirectoryHandle): NewTarget {
  return { kind: 'folder', name: handle.name, access: { by: 'handle', handle }, config: {} };
}

function handleOf({ name, access }: TargetRecord): FileSystemDirectoryHandle {
  if (access.by !== 'handle') throw new ClipError('target-unknown', name);
  return access.handle;
}
