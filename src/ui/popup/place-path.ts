import { isReadable, type TargetRecord } from '../../library/model/target-record.ts';

/**
 * Returns a path as the user knows it: below the name of a place that can be read, else below the folder of the browser's
 * downloads, which may be none. Without a path, the name of that folder.
 */
export function placePath(record: TargetRecord | undefined, downloadFolder: string, path?: string): string {
  const root = record && isReadable(record) ? record.name : downloadFolder;
  if (path === undefined) return root;
  return root === '' ? path : `${root}/${path}`;
}
