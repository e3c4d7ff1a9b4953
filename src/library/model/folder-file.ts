/** What is known of one post at a readable target, written by any program. Key: `[folderId, path]`. */
export interface FolderFile {
  /** The target's id. */
  readonly folderId: string;
  readonly path: string;
  /** `pathKey` of the path: two spellings of one name on another system meet here. */
  readonly place: string;
  readonly size: number;
  /** Unix milliseconds. With the size, tells whether the file has to be read again. */
  readonly modifiedAt: number;
  /** What the place knows the content by; where it is present, it tells instead of size and time. */
  readonly version?: string;
  /** The story's identity, where the front matter names an address. */
  readonly urlKey?: string;
  readonly url?: string;
  readonly title?: string;
  readonly tags: readonly string[];
  readonly categories: readonly string[];
  /** Why its front matter could not be read; the file is left alone. */
  readonly problem?: string;
}
