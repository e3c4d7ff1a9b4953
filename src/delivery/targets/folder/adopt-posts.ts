import { byteLength } from '../../../core/post/file-name.ts';
import { metaPath } from '../../../core/post/writable-path.ts';
import { type AdoptedPost, adoptClips } from '../../../library/commands/folder-files.ts';
import type { Clip } from '../../../library/model/clip.ts';
import { clipContent, clipRow } from '../../../library/model/clip-row.ts';
import { type Delivery, pathKey, type Receipt } from '../../../library/model/delivery.ts';
import type { FolderFile } from '../../../library/model/folder-file.ts';
import { draftOfPost } from '../../../library/posts/draft-of-post.ts';
import { plainText } from '../../../library/posts/plain-text.ts';
import { readPost } from '../../../library/posts/read-post.ts';
import { filesOfTarget, statesOfStories } from '../../../library/queries/folder-files.ts';
import type { Library } from '../../../library/store/database.ts';
import { mapParallel } from '../../map-parallel.ts';
import { sha256 } from '../../sha-256.ts';
import { type Directory, type FoundFile, textOf } from './directory.ts';

export interface AdoptDeps {
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
  /** Posts whose clips the user deleted: left as they are. */
  readonly deleted: number;
  /** Posts that name no address, or cannot be read: left as they are. */
  readonly passedBy: number;
}

/** A larger file is not a post of a story. */
const SIZE_LIMIT = 4 * 1024 * 1024;
const BATCH = 100;
const AT_A_TIME = 16;

/**
 * Makes clips of the posts in an indexed folder whose stories the library does not know: a library lost with its
 * profile comes back, an archive from before is searchable. The files are only read. Doing it again adds nothing.
 */
export async function adoptPosts(deps: AdoptDeps, signal: AbortSignal): Promise<AdoptReport> {
  const files = await filesOfTarget(deps.library, deps.folderId);
  const stories = files.filter(isStory);
  const report = { adopted: 0, known: 0, deleted: 0, passedBy: files.length - stories.length };
  for (let at = 0; at < stories.length; at += BATCH) {
    signal.throwIfAborted();
    const batch = stories.slice(at, at + BATCH);
    const { unknown, deleted } = await unknownOf(deps.library, batch);
    const read = await mapParallel(unknown, AT_A_TIME, (file) => readAdoption(deps, file));
    const adopted = await adoptClips(
      deps.library,
      read.filter((adoption) => adoption !== undefined),
    );
    const gone = read.filter((adoption) => adoption === undefined).length;
    report.adopted += adopted;
    report.passedBy += gone;
    report.deleted += deleted;
    report.known += batch.length - adopted - gone - deleted;
    deps.onProgress?.({ done: Math.min(at + BATCH, stories.length), total: stories.length });
  }
  return report;
}

/** A post that says which story it is. */
type StoryFile = FolderFile & Required<Pick<FolderFile, 'url' | 'urlKey' | 'title'>>;

function isStory(file: FolderFile): file is StoryFile {
  return file.url !== undefined && file.urlKey !== undefined && file.title !== undefined && file.size <= SIZE_LIMIT;
}

/** The files whose stories have no clip and had none; of two with one story, the first. */
async function unknownOf(library: Library, files: readonly StoryFile[]) {
  const first = new Map(files.toReversed().map((file) => [file.urlKey, file]));
  const candidates = [...first.values()];
  const states = await statesOfStories(
    library,
    candidates.map(({ urlKey }) => urlKey),
  );
  return {
    unknown: candidates.filter((_, n) => states[n] === 'unknown'),
    deleted: states.filter((state) => state === 'deleted').length,
  };
}

/** Nothing where the file vanished since it was indexed. */
async function readAdoption(deps: AdoptDeps, { url, title, path }: StoryFile): Promise<AdoptedPost | undefined> {
  const file = await deps.directory.look(path);
  if (!file) return undefined;
  const post = await textOf(file);
  const hasKeys = readPost(post).url !== undefined;
  const metaFile = hasKeys ? undefined : await deps.directory.look(metaPath(path));
  const meta = metaFile && (await textOf(metaFile));
  const draft = draftOfPost(readPost(post, meta), url, title, file.modifiedAt);
  const text = plainText(draft.markdown);
  const { presetId } = deps;
  const clip = clipRow({ id: deps.newId(), draft, text, direction: 'ltr', presetId, now: file.modifiedAt });
  return {
    clip,
    content: clipContent(clip.id, draft, draft),
    text,
    post: { path, text: post, ...(meta === undefined ? {} : { meta }), assets: [] },
    targetIds: [],
    delivery: deliveredRow(clip, deps.folderId, [
      await receiptOf(path, file, post),
      ...(metaFile && meta !== undefined ? [await receiptOf(metaPath(path), metaFile, meta)] : []),
    ]),
  };
}

async function receiptOf(path: string, file: FoundFile, text: string): Promise<Receipt> {
  return { path, version: file.version ?? (await sha256(text)), bytes: byteLength(text) };
}

/** The files count as ours from now on, as long as their bytes stay these. */
function deliveredRow(clip: Clip, folderId: string, receipts: readonly Receipt[]): Delivery {
  return {
    clipId: clip.id,
    targetId: folderId,
    state: 'done',
    version: clip.version,
    attempts: 0,
    nextAttemptAt: clip.createdAt,
    receipts,
    reservedPaths: receipts.map(({ path }) => pathKey(folderId, path)),
    deliveredAt: clip.createdAt,
  };
}
