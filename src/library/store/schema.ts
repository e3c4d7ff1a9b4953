import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { Clip, ClipContent, ClipPicture, ClipPost, ClipText } from '../model/clip.ts';
import type { Delivery } from '../model/delivery.ts';
import type { Folder, FolderFile } from '../model/folder.ts';

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
    indexes: { queuedAt: number; places: string; target: string };
  };
  folders: { key: string; value: Folder };
  folderFiles: {
    key: [folderId: string, path: string];
    value: FolderFile;
    indexes: { urlKey: string; place: string };
  };
}

export type LibraryDatabase = IDBPDatabase<LibrarySchema>;
export type UpgradeTransaction = IDBPTransaction<LibrarySchema, StoreNames<LibrarySchema>[], 'versionchange'>;
