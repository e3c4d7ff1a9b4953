import type { DBSchema, IDBPDatabase } from 'idb';
import type { Clip, ClipContent, ClipPicture, ClipPost, ClipText } from '../model/clip.ts';
import type { Delivery } from '../model/delivery.ts';
import type { FolderFile } from '../model/folder-file.ts';
import type { TargetRecord } from '../model/target-record.ts';

/** The stores. Small rows in `clips`; what weighs lies apart, so that a list never reads it. */
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
  folderFiles: {
    key: [folderId: string, path: string];
    value: FolderFile;
    indexes: { urlKey: string; place: string };
  };
}

export type LibraryDatabase = IDBPDatabase<LibrarySchema>;
