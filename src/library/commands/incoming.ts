import type { IDBPTransaction } from 'idb';
import { mergeHighlights } from '../../core/highlights/merge-highlights.ts';
import type { Clip, ClipPicture } from '../model/clip.ts';
import { type WholeVersion, wholeVersions } from '../model/earlier-version.ts';
import type { EditDraft } from '../model/edit-draft.ts';
import { mergeStories } from '../model/feed-stories.ts';
import type { FollowedFeed } from '../model/followed-feed.ts';
import type { Incoming, IncomingClip, IncomingVersions } from '../model/incoming.ts';
import type { PendingHighlights } from '../model/pending-highlights.ts';
import type { Dismissal, TrashedClip } from '../model/trashed-clip.ts';
import type { Library } from '../store/database.ts';
import type { LibrarySchema } from '../store/schema.ts';
import { transact } from '../store/transact.ts';
import { VERSION_STORES, type VersionTransaction } from '../store/version-stores.ts';
import { joinVersions, keepReplaced, keepVersion } from './keep-version.ts';
import { restoreClip } from './restore-clips.ts';

/** What a restore that was killed has left is dropped after so long, in milliseconds. */
const STALE_MS = 24 * 3600_000;

/** Keeps what a restore has read, apart from the library. */
export function keepIncoming(library: Library, rows: readonly Incoming[]): Promise<void> {
  return library.use((database) =>
    transact(database, ['incoming'], async (transaction) => {
      await Promise.all(rows.map((row) => transaction.objectStore('incoming').put(row)));
    }),
  );
}

export function dropIncoming(library: Library, restoreId: string): Promise<void> {
  return library.use((database) => database.delete('incoming', IDBKeyRange.bound([restoreId], [restoreId, []])));
}

/** Drops what restores have left that never came to an end. */
export function dropStaleIncoming(library: Library, now: number): Promise<void> {
  return library.use((database) => database.delete('incoming', IDBKeyRange.upperBound([String(now - STALE_MS)])));
}

/** Begins with the time, so that ids sort by their age. */
export function newRestoreId(now: number, random: string): string {
  return `${now}-${random}`;
}

export interface TakenIncoming {
  readonly restored: number;
  /** Clips that came into the trash. */
  readonly trashed: number;
  /** Clips that the library has already, in this version or a later one. */
  readonly kept: number;
}

/**
 * Takes all that a restore has read into the library in one transaction: all of it comes, or nothing. Of two versions
 * of a clip the one with the higher number is newer, whatever the clocks said; what it replaces is kept as an earlier
 * version.
 *
 * @throws an `AbortError` where `signal` said so; then the library is as it was.
 */
export function takeIncoming(library: Library, restoreId: string, signal: AbortSignal): Promise<TakenIncoming> {
  return library.use((database) =>
    transact(database, [...VERSION_STORES, 'pictures', 'drafts', 'incoming', 'feeds'], async (wide) => {
      // Its stores are among this transaction's; the type cannot say that a wider transaction is as good.
      const transaction = wide as VersionTransaction;
      const taken = { restored: 0, trashed: 0, kept: 0 };
      /** The ids that clips of the backup have here: a clip may come under the id of one that was there. */
      const ids = new Map<string, string>();
      const rows = wide.objectStore('incoming').iterate(IDBKeyRange.bound([restoreId], [restoreId, []]));
      for await (const { value } of rows) {
        signal.throwIfAborted();
        if ('clip' in value) {
          const { id, outcome } = await takeClip(transaction, value);
          taken[outcome]++;
          ids.set(value.clip.id, id);
        } else if ('picture' in value) await takePicture(wide, value.picture, ids.get(value.picture.clipId));
        else if ('draft' in value) await takeDraft(wide, value.draft, ids.get(value.draft.clipId));
        else if ('versions' in value) await takeVersions(transaction, value.versions, ids.get(value.versions.clipId));
        else if ('dismissals' in value) await takeDismissals(transaction, value.dismissals);
        else if ('feeds' in value) await takeFeeds(wide, value.feeds);
        else await takePending(transaction, value.pendingHighlights);
      }
      return taken;
    }),
  );
}

type RestoreTransaction = IDBPTransaction<
  LibrarySchema,
  ((typeof VERSION_STORES)[number] | 'pictures' | 'drafts' | 'incoming' | 'feeds')[],
  'readwrite'
>;

/** What became of a clip, and the id that it has here. */
interface TakenClip {
  readonly id: string;
  readonly outcome: keyof TakenIncoming;
}

async function takeClip(transaction: VersionTransaction, row: IncomingClip): Promise<TakenClip> {
  const { clip, content, text, post, deletedAt } = row;
  const [listed, trashed] = await Promise.all([
    transaction.objectStore('clips').get(clip.id),
    transaction.objectStore('trash').get(clip.id),
  ]);
  if (listed && (listed.version >= clip.version || deletedAt !== undefined)) {
    await joinVersions(transaction, clip.id, [versionOf(row)]);
    return { id: clip.id, outcome: 'kept' };
  }
  if (deletedAt !== undefined) return takeTrashed(transaction, { ...row, deletedAt }, trashed);
  if (trashed && trashed.clip.version >= clip.version) {
    await restoreClip(transaction, clip.id);
    return { id: clip.id, outcome: 'restored' };
  }
  const found = listed ? undefined : await foundInFolder(transaction, clip);
  const { id, version } = found ? { id: found.id, version: Math.max(clip.version, found.version + 1) } : clip;
  const kept = await transaction.objectStore('contents').get(id);
  // What is marked here stays marked.
  const highlights = mergeHighlights(content.edits.highlights, kept?.edits.highlights);
  const marked = highlights.length > 0;
  await keepVersion(transaction, {
    clip: { ...clip, id, version, ...(marked ? { highlightCount: highlights.length } : {}) },
    content: { ...content, clipId: id, edits: { ...content.edits, ...(marked ? { highlights } : {}) } },
    text: text.text,
    post,
    targetIds: [],
  });
  return { id, outcome: 'restored' };
}

/** Puts a clip into the trash that was there in the backup. Of two there, the later deletion counts. */
async function takeTrashed(
  transaction: VersionTransaction,
  row: IncomingClip & { readonly deletedAt: number },
  present: TrashedClip | undefined,
): Promise<TakenClip> {
  const { clip, content, text, post } = row;
  const { id } = clip;
  if (present && present.clip.version >= clip.version) {
    await joinVersions(transaction, id, [versionOf(row)]);
    return { id, outcome: 'kept' };
  }
  await keepReplaced(transaction, { clip, content, text: text.text });
  const deletedAt = Math.max(row.deletedAt, present?.deletedAt ?? 0);
  await Promise.all([
    transaction.objectStore('trash').put({ id, clip, deliveries: present?.deliveries ?? [], deletedAt }),
    transaction.objectStore('contents').put(content),
    transaction.objectStore('texts').put(text),
    transaction.objectStore('posts').put(post),
  ]);
  return { id, outcome: 'trashed' };
}

/** Returns a clip of a backup as a version of the clip that is here. */
function versionOf({ clip, content, text }: IncomingClip): WholeVersion {
  const { source, edits } = content;
  return { clip, source, edits, text: text.text, replacedAt: clip.updatedAt, size: 0 };
}

/** Finds a clip of the same story, made from a post in a folder: the backup knows more of it, the folder knows its path. */
async function foundInFolder(transaction: VersionTransaction, { urlKey }: Clip): Promise<Clip | undefined> {
  for (const clip of await transaction.objectStore('clips').index('urlKey').getAll(urlKey)) {
    const content = await transaction.objectStore('contents').get(clip.id);
    if (content?.source.html === '') return clip;
  }
  return undefined;
}

async function takeVersions(
  transaction: VersionTransaction,
  { rows }: IncomingVersions,
  clipId: string | undefined,
): Promise<void> {
  const [first] = rows;
  if (clipId === undefined || !first?.source) return;
  const whole = wholeVersions(rows, { source: first.source, text: first.text ?? '' });
  await joinVersions(transaction, clipId, whole);
}

/** A picture that is there already stays as it is. */
async function takePicture(
  transaction: RestoreTransaction,
  picture: ClipPicture,
  clipId: string | undefined,
): Promise<void> {
  if (clipId === undefined) return;
  const pictures = transaction.objectStore('pictures');
  if ((await pictures.getKey([clipId, picture.url])) === undefined) await pictures.put({ ...picture, clipId });
}

/** A draft of a later version, or typed later, stays. */
async function takeDraft(transaction: RestoreTransaction, draft: EditDraft, clipId: string | undefined): Promise<void> {
  if (clipId === undefined) return;
  const drafts = transaction.objectStore('drafts');
  const present = await drafts.get(clipId);
  const isNewer = !present || (draft.version - present.version || draft.typedAt - present.typedAt) > 0;
  if (isNewer) await drafts.put({ ...draft, clipId });
}

/** A story that is kept here is not dismissed. */
async function takeDismissals(transaction: VersionTransaction, dismissals: readonly Dismissal[]): Promise<void> {
  const store = transaction.objectStore('dismissals');
  const clips = transaction.objectStore('clips').index('urlKey');
  for (const dismissal of dismissals) {
    const { urlKey } = dismissal;
    if ((await clips.getKey(urlKey)) ?? (await store.getKey(urlKey))) continue;
    await store.put(dismissal);
  }
}

/** What is marked here in the same story stays, and what the backup has is added. */
async function takePending(transaction: VersionTransaction, rows: readonly PendingHighlights[]): Promise<void> {
  const store = transaction.objectStore('pendingHighlights');
  for (const row of rows) {
    const here = await store.get([row.urlKey, row.title]);
    const highlights = mergeHighlights(here?.highlights, row.highlights);
    await store.put({ ...row, highlights, updatedAt: Math.max(row.updatedAt, here?.updatedAt ?? 0) });
  }
}

/** A feed that is followed here keeps its settings; what was decided of its stories there counts here. */
async function takeFeeds(transaction: RestoreTransaction, feeds: readonly FollowedFeed[]): Promise<void> {
  const store = transaction.objectStore('feeds');
  for (const feed of feeds) {
    const here = await store.get(feed.url);
    await store.put(here ? { ...here, stories: mergeStories(feed.stories, here.stories) } : feed);
  }
}
