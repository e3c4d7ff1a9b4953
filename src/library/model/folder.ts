/** A folder that the browser gave us a handle of, which its structured clone keeps; the grant is not in it. */
export interface PickedPlace {
  readonly handle: FileSystemDirectoryHandle;
}

/** A folder that the companion writes to: its whole path on the disk. */
export interface CompanionPlace {
  readonly path: string;
}

export type FolderPlace = PickedPlace | CompanionPlace;

/** A folder of the user's own that clips are delivered to. */
export type Folder = FolderPlace & {
  /** The target's id: `folder:` and a UUID. */
  readonly id: string;
  readonly name: string;
  readonly connectedAt: number;
  /** When its posts were last read through to the end. */
  readonly indexedAt?: number;
};

export function isPicked(place: FolderPlace): place is PickedPlace {
  return 'handle' in place;
}

/** What a folder is called: the last part of its path, on any system. */
export function placeName(place: FolderPlace): string {
  if (isPicked(place)) return place.handle.name;
  return place.path.split(/[\\/]/).findLast((name) => name !== '') ?? place.path;
}

/** What is known of one post in a folder, whoever wrote it. Key: `[folderId, path]`. */
export interface FolderFile {
  readonly folderId: string;
  readonly path: string;
  /** `placeKey` of the path: two spellings of one name on another system meet here. */
  readonly place: string;
  readonly size: number;
  /** Unix milliseconds. With the size, tells whether the file has to be read again. */
  readonly modifiedAt: number;
  /** The story's identity, where the front matter names an address. */
  readonly urlKey?: string;
  readonly url?: string;
  readonly title?: string;
  readonly tags: readonly string[];
  readonly categories: readonly string[];
  /** Why its front matter could not be read; the file is left alone. */
  readonly problem?: string;
}
