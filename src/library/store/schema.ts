import type { DBSchema, IDBPDatabase } from 'idb';
import type { Clip, ClipContent, ClipPicture, ClipPost, ClipText } from '../model/clip.ts';
import type { Delivery } from '../model/delivery.ts';
import type { EarlierVersion } from '../model/earlier-version.ts';
import type { EditDraft } from '../model/edit-draft.ts';
import type { FolderFile } from '../model/folder-file.ts';
import type { FollowedFeed } from '../model/followed-feed.ts';
import type { Incoming } from '../model/incoming.ts';
import type { ItemState, Job, JobItem } from '../model/job.ts';
import type { PendingHighlights } from '../model/pending-highlights.ts';
import type { TargetRecord } from '../model/target-record.ts';
import type { Dismissal, TrashedClip } from '../model/trashed-clip.ts';

/** The stores. Small rows are in `clips`; large values are in other stores, so that a list never reads them. */
export interface LibrarySchema extends DBSchema {
  clips: {
    key: string;
    value: Clip;
    indexes: { urlKey: string; updatedAt: number; story: [storyAt: number, createdAt: number] };
  };
  contents: { key: string; value: ClipContent };
  texts: { key: string; value: ClipText };
  posts: { key: string; value: ClipPost };
  pictures: { key: [clipId: string, url: string]; value: ClipPicture };
  deliveries: {
    key: [clipId: string, targetId: string];
    value: Delivery;
    indexes: { queuedAt: number; reservedPaths: string; target: string };
  };
  targets: { key: string; value: TargetRecord };
  /** Clips that were deleted. What weighs of them stays in its store until the trash is emptied. */
  trash: { key: string; value: TrashedClip; indexes: { deletedAt: number } };
  /** Stories whose clips were deleted: no reading of a folder brings them back. */
  dismissals: { key: string; value: Dismissal };
  /** What updates and edits have replaced. */
  versions: {
    key: [clipId: string, version: number];
    value: EarlierVersion;
    indexes: { replacedAt: number };
  };
  /** What was typed in the editor and is not saved. */
  drafts: { key: string; value: EditDraft };
  /** What a restore has read and checked, until all of it is taken at once. */
  incoming: { key: [restoreId: string, n: number]; value: Incoming };
  folderFiles: {
    key: [folderId: string, path: string];
    value: FolderFile;
    indexes: { urlKey: string; place: string };
  };
  /** What was marked in stories that are not clipped yet. */
  pendingHighlights: { key: [urlKey: string, title: string]; value: PendingHighlights };
  feeds: { key: string; value: FollowedFeed };
  jobs: { key: string; value: Job };
  jobItems: {
    key: string;
    value: JobItem;
    indexes: {
      order: [jobId: string, position: number];
      queue: [jobId: string, state: ItemState, position: number];
    };
  };
}

export type LibraryDatabase = IDBPDatabase<LibrarySchema>;
