import * as v from 'valibot';
import { ClipError } from '../../../core/model/failure.ts';
import type { NewTarget, TargetRecord } from '../../../library/model/target-record.ts';
import { folderTarget } from '../folder/folder-target.ts';
import type { TargetKind } from '../target-kind.ts';
import { companionDirectory, folderName } from './companion-directory.ts';

/** The one folder that the companion writes to. */
export const companionKind: TargetKind = {
  kind: 'companion',
  open(record, { otherPaths, companion }) {
    const placesOf = ({ path }: { path: string }) => otherPaths(record.id, path);
    const directory = companionDirectory(companion, pathOf(record));
    return folderTarget({ id: record.id, directory, placesOf });
  },
  directory: (record, { companion }) => companionDirectory(companion, pathOf(record)),
  location: pathOf,
};

/** The companion's folder, to be connected. @param path its whole path on the disk, as the companion says it. */
export function companionFolder(path: string): NewTarget {
  return { kind: 'companion', name: folderName(path), access: { by: 'companion' }, config: { path } };
}

const configSchema = v.object({ path: v.string() });

function pathOf({ name, config }: TargetRecord): string {
  if (!v.is(configSchema, config)) throw new ClipError('target-unknown', name);
  return config.path;
}
