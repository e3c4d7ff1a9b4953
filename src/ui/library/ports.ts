import type { Draft } from '../../core/model/draft.ts';
import type { Post } from '../../core/post/to-post.ts';
import type { Directory } from '../../delivery/targets/folder/directory.ts';
import type { Grant } from '../../delivery/targets/folder/folder-grant.ts';
import type { Folder } from '../../library/model/folder.ts';
import type { Changes } from '../../library/store/changes.ts';
import type { Library } from '../../library/store/database.ts';

/** All that the library page needs from the world. */
export interface LibraryPorts {
  readonly library: Library;
  readonly changes: Changes;
  readonly now: () => number;
  readonly newId: () => string;
  /** The connected folders, as they are reached. */
  readonly folders: {
    directoryOf(folder: Folder): Directory;
    /** Whether the browser lets us write to it. */
    grantOf(folder: Folder): Promise<Grant>;
    /** Asks for that; first thing in a press. */
    requestGrant(folder: Folder): Promise<Grant>;
  };
  /** Asks the background to deliver what waits. */
  drain(): Promise<void>;
  writePost(draft: Draft, presetId: string): Promise<Post>;
  /** Asks for the sites of these addresses; first thing in a press. */
  requestSites(urls: readonly string[]): Promise<boolean>;
  /** Gives a file to the user, as a download. */
  giveFile(name: string, content: Blob): void;
  showDownload(reference: string): Promise<void>;
  openOptions(): void;
  /** The settings, as they go into a backup. */
  readSettings(): Promise<unknown>;
  /** Puts a backup's settings in force. @throws where they are not settings. */
  applySettings(settings: unknown): Promise<void>;
  /** The preset that posts found in a folder are taken to be written in. */
  readonly presetId: string;
}
