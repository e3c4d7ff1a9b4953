import { ClipError } from '../../../core/model/failure.ts';
import type { ListedFile } from './git-host.ts';
import { fieldAt, textAt } from './reply-fields.ts';

/** One answer of a host's tree call. */
export interface TreeListing {
  readonly entries: readonly unknown[];
  /** False where the host left entries out (`truncated`). */
  readonly isWhole: boolean;
}

const SYMBOLIC_LINK = '120000';

export type ListTree = (tree: string, recursive: boolean) => Promise<TreeListing>;

/**
 * Lists every file below a folder at a commit (GitHub's and Gitea's “get a tree”). A listing that the host cut is
 * void: the folder is listed alone, then each folder in it.
 *
 * @throws {ClipError} `too-large` where the host cuts the listing of one folder.
 */
export async function walkTree(list: ListTree, commit: string, folder: string): Promise<ListedFile[]> {
  const files: ListedFile[] = [];
  const walk = async (tree: string, prefix: string): Promise<void> => {
    const all = await list(tree, true);
    const { entries, isWhole } = all.isWhole ? all : await list(tree, false);
    if (!isWhole) throw new ClipError('too-large', `${prefix}: the host lists a part of the folder only`);
    for (const entry of entries) {
      const path = prefix + textAt(entry, 'path');
      const isFile = fieldAt(entry, 'type') === 'blob' && fieldAt(entry, 'mode') !== SYMBOLIC_LINK;
      if (isFile) files.push({ path, oid: textAt(entry, 'sha') });
      else if (fieldAt(entry, 'type') === 'tree' && !all.isWhole) await walk(textAt(entry, 'sha'), `${path}/`);
    }
  };
  const top = await treeOf(list, commit, folder);
  if (top !== undefined) await walk(top, folder === '' ? '' : `${folder}/`);
  return files;
}

/** The tree of a folder; nothing where the folder does not exist. */
async function treeOf(list: ListTree, commit: string, folder: string): Promise<string | undefined> {
  let tree: string | undefined = commit;
  for (const name of folder === '' ? [] : folder.split('/')) {
    const { entries } = await list(tree, false);
    const found = entries.find((entry) => fieldAt(entry, 'path') === name && fieldAt(entry, 'type') === 'tree');
    if (!found) return undefined;
    tree = textAt(found, 'sha');
  }
  return tree;
}
