import { type AdoptReport, adoptPosts } from '../delivery/targets/folder/adopt-posts.ts';
import { type IndexReport, indexFolder } from '../delivery/targets/folder/index-folder.ts';
import { openDirectory } from '../delivery/targets/target-kinds.ts';
import type { TargetRecord } from '../library/model/target-record.ts';
import type { Library } from '../library/store/database.ts';
import { companion } from './companion.ts';
import { network } from './network.ts';

export interface ImportProgress {
  readonly done: number;
  readonly total: number;
}

/** What reading a folder's posts found, and what of them became clips. */
export type ImportReport = IndexReport & AdoptReport;

interface ImportDeps {
  readonly library: Library;
  readonly now: () => number;
  readonly newId: () => string;
  readonly onProgress: (progress: ImportProgress) => void;
}

/**
 * Reads the posts of a connected folder and makes clips of those whose stories the library does not know. Doing it
 * again adds nothing; what is cut off goes on at the next time.
 *
 * @param presetId the preset that the posts count as written in.
 * @throws {ClipError} `folder-permission`, `folder-gone` …; an `AbortError` where `signal` said so.
 */
export async function importFolder(
  { library, now, newId, onProgress }: ImportDeps,
  record: TargetRecord,
  presetId: string,
  signal: AbortSignal,
): Promise<ImportReport> {
  const directory = openDirectory(record, { companion, network });
  const folderId = record.id;
  const index = await indexFolder({ library, folderId, directory, now, onProgress }, signal);
  const adopted = await adoptPosts({ library, folderId, directory, presetId, newId, onProgress }, signal);
  return { ...index, ...adopted };
}

/** Brings what the library knows of a connected folder's posts up to date; makes no clips. */
export async function refreshIndex(library: Library, record: TargetRecord, now: () => number): Promise<void> {
  const directory = openDirectory(record, { companion, network });
  await indexFolder({ library, folderId: record.id, directory, now }, new AbortController().signal);
}
