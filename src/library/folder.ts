/** A folder of the user's own that clips are delivered to. */
export interface Folder {
  /** The target's id: `folder:` and a UUID. */
  readonly id: string;
  readonly name: string;
  /** Kept by the browser's structured clone; the grant is not in it. */
  readonly handle: FileSystemDirectoryHandle;
  readonly connectedAt: number;
  /** When its posts were last read through to the end. */
  readonly indexedAt?: number;
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
