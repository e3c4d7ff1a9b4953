import type { Clip } from '../../library/clip.ts';
import { clipContent, clipRow } from '../../library/clip-row.ts';
import type { Library } from '../../library/database.ts';
import { type Delivery, placeKey } from '../../library/delivery.ts';
import { draftOfPost } from '../../library/draft-of-post.ts';
import type { FolderFile } from '../../library/folder.ts';
import { type ClipVersion, keepVersion, VERSION_STORES } from '../../library/keep-version.ts';
import { plainText } from '../../library/plain-text.ts';
import { readPost } from '../../library/read-post.ts';
import { transact } from '../../library/transact.ts';
import { mapParallel } from '../map-parallel.ts';
import { sha256 } from '../sha-256.ts';
import { type Directory, textOf } from './directory.ts';

export interface AdoptRoom {
  readonly library: Library;
  readonly folderId: string;
  readonly directory: Directory;
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
const BATCH = 100;
const AT_A_TIME = 16;

/**
 * Makes clips of the posts in an indexed folder whose stories the library does not know: a library lost with its
 * profile comes back, an archive from before is searchable. The files are only read. Doing it again adds nothing.
 */
export async function adoptPosts(room: AdoptRoom, signal: AbortSignal): Promise<AdoptReport> {
  const range = IDBKeyRange.bound([room.folderId], [room.folderId, []]);
  const files = await room.library.use((database) => database.getAll('folderFiles', range));
  const stories = files.filter(isStory);
  const report = { adopted: 0, known: 0, passedBy: files.length - stories.length };
  for (let at = 0; at < stories.length; at += BATCH) {
    signal.throwIfAborted();
    const batch = stories.slice(at, at + BATCH);
    const unknown = await unknownOf(room.library, batch);
    const read = await mapParallel(unknown, AT_A_TIME, (file) => readAdoption(room, file));
    const adopted = await keepAdoptions(
      room.library,
      read.filter((adoption) => adoption !== undefined),
    );
    const gone = read.filter((adoption) => adoption === undefined).length;
    report.adopted += adopted;
    report.passedBy += gone;
    report.known += batch.length - adopted - gone;
    room.onProgress?.({ done: Math.min(at + BATCH, stories.length), total: stories.length });
  }
  return report;
}

/** A post that says which story it is. */
type StoryFile = FolderFile & Required<Pick<FolderFile, 'url' | 'urlKey' | 'title'>>;

function isStory(file: FolderFile): file is StoryFile {
  return file.url !== undefined && file.urlKey !== undefined && file.title !== undefined && file.size <= SIZE_LIMIT;
}

/** The files whose stories have no clip; of two with one story, the first. */
async function unknownOf(library: Library, files: readonly StoryFile[]): Promise<StoryFile[]> {
  const first = new Map(files.toReversed().map((file) => [file.urlKey, file]));
  const candidates = [...first.values()];
  const counts = await library.use((database) => {
    const { store } = database.transaction('clips');
    return Promise.all(candidates.map(({ urlKey }) => store.index('urlKey').count(urlKey)));
  });
  return candidates.filter((_, n) => counts[n] === 0);
}

type Adoption = ClipVersion & { readonly delivery: Delivery };

/** Nothing where the file vanished since it was indexed. */
async function readAdoption(room: AdoptRoom, { url, title, path }: StoryFile): Promise<Adoption | undefined> {
  const file = await room.directory.look(path);
  if (!file) return undefined;
  const post = await textOf(file);
  const draft = draftOfPost(readPost(post), url, title, file.modifiedAt);
  const text = plainText(draft.markdown);
  const { presetId } = room;
  const clip = clipRow({ id: room.newId(), draft, text, direction: 'ltr', presetId, now: file.modifiedAt });
  return {
    clip,
    content: clipContent(clip.id, draft, draft),
    text,
    post: { path, text: post, assets: [] },
    targetIds: [],
    delivery: deliveredRow(clip, room.folderId, { path, version: await sha256(post), bytes: file.size }),
  };
}

/** @returns how many were kept: a story that was clipped meanwhile is not kept twice. */
function keepAdoptions(library: Library, adoptions: readonly Adoption[]): Promise<number> {
  return library.use((database) =>
    transact(database, [...VERSION_STORES], async (transaction) => {
      let kept = 0;
      for (const { delivery, ...version } of adoptions) {
        const byStory = transaction.objectStore('clips').index('urlKey');
        if ((await byStory.count(version.clip.urlKey)) > 0) continue;
        await keepVersion(transaction, version);
        await transaction.objectStore('deliveries').put(delivery);
        kept++;
      }
      return kept;
    }),
  );
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
