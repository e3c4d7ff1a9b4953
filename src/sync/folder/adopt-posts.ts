import type { Clip } from '../../library/clip.ts';
import { clipContent, clipRow } from '../../library/clip-row.ts';
import type { Library } from '../../library/database.ts';
import { type Delivery, placeKey } from '../../library/delivery.ts';
import { draftOfPost } from '../../library/draft-of-post.ts';
import type { FolderFile } from '../../library/folder.ts';
import { keepVersion, VERSION_STORES } from '../../library/keep-version.ts';
import { plainText } from '../../library/plain-text.ts';
import { readPost } from '../../library/read-post.ts';
import { transact } from '../../library/transact.ts';
import { sha256 } from '../sha-256.ts';
import { folderError } from './folder-error.ts';
import { type FolderHandle, fileAt } from './handles.ts';

export interface AdoptRoom {
  readonly library: Library;
  readonly folderId: string;
  readonly handle: FolderHandle;
  readonly presetId: string;
  readonly newId: () => string;
  readonly onProgress?: (progress: { done: number; total: number }) => void;
}

export interface AdoptReport {
  /** Posts that became clips. */
  readonly adopted: number;
  /** Posts whose story the library has already. */
  readonly known: number;
  /** Posts that name no address, or cannot be read: left as they are. */
  readonly passedBy: number;
}

/** A larger file is no post of a story. */
const SIZE_LIMIT = 4 * 1024 * 1024;

/**
 * Makes clips of the posts in an indexed folder whose stories the library does not know: a library lost with its
 * profile comes back, an archive from before is searchable. The files are only read. Doing it again adds nothing.
 */
export async function adoptPosts(room: AdoptRoom, signal: AbortSignal): Promise<AdoptReport> {
  const range = IDBKeyRange.bound([room.folderId], [room.folderId, []]);
  const files = await room.library.use((database) => database.getAll('folderFiles', range));
  const report = { adopted: 0, known: 0, passedBy: 0 };
  try {
    for (const [n, file] of files.entries()) {
      signal.throwIfAborted();
      report[await adopt(room, file)]++;
      if (n % 50 === 49 || n === files.length - 1) room.onProgress?.({ done: n + 1, total: files.length });
    }
  } catch (error) {
    throw folderError(error);
  }
  return report;
}

async function adopt(room: AdoptRoom, { url, title, urlKey, path, size }: FolderFile): Promise<keyof AdoptReport> {
  if (url === undefined || urlKey === undefined || title === undefined || size > SIZE_LIMIT) return 'passedBy';
  if (await isKnown(room.library, urlKey)) return 'known';
  const file = await (await fileAt(room.handle, path))?.getFile();
  if (!file) return 'passedBy';
  const text = await file.text();
  const draft = draftOfPost(readPost(text), url, title, file.lastModified);
  const words = plainText(draft.markdown);
  const { presetId } = room;
  const facts = { id: room.newId(), draft, text: words, direction: 'ltr', presetId, now: file.lastModified } as const;
  const clip = clipRow(facts);
  const delivery = deliveredRow(clip, room.folderId, { path, version: await sha256(text), bytes: file.size });
  return await room.library.use((database) =>
    transact(database, [...VERSION_STORES], async (transaction) => {
      if ((await transaction.objectStore('clips').index('urlKey').count(urlKey)) > 0) return 'known';
      const content = clipContent(clip.id, draft, draft);
      await keepVersion(transaction, { clip, content, text: words, post: { path, text, assets: [] }, targetIds: [] });
      await transaction.objectStore('deliveries').put(delivery);
      return 'adopted';
    }),
  );
}

async function isKnown(library: Library, urlKey: string): Promise<boolean> {
  return (await library.use((database) => database.countFromIndex('clips', 'urlKey', urlKey))) > 0;
}

/** The file counts as ours from now on, as long as its bytes stay these. */
function deliveredRow(clip: Clip, folderId: string, receipt: Delivery['receipts'][number]): Delivery {
  return {
    clipId: clip.id,
    targetId: folderId,
    state: 'done',
    version: clip.version,
    attempts: 0,
    nextAttemptAt: clip.createdAt,
    receipts: [receipt],
    places: [placeKey(folderId, receipt.path)],
    deliveredAt: clip.createdAt,
  };
}
