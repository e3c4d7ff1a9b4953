import type { ImportProgress, ImportReport } from '../../app/import-folder.ts';
import type { Draft } from '../../core/model/draft.ts';
import type { Post } from '../../core/post/to-post.ts';
import type { Directory } from '../../delivery/targets/folder/directory.ts';
import type { Grant } from '../../delivery/targets/folder/folder-grant.ts';
import type { TargetRecord } from '../../library/model/target-record.ts';
import type { Changes } from '../../library/store/changes.ts';
import type { Library } from '../../library/store/database.ts';
import type { BackedUpSettings } from '../../settings/restore-settings.ts';
import type { RestoredSettings } from '../../settings/restored-settings.ts';

/** All that the library page needs from the world. */
export interface LibraryPorts {
  readonly library: Library;
  readonly changes: Changes;
  readonly now: () => number;
  readonly newId: () => string;
  /**
   * Makes this window the one that edits a clip. Returns a function that ends this; nothing where another window is the
   * one.
   */
  claimEditing(clipId: string): Promise<(() => Promise<void>) | undefined>;
  /** The connected folders, as they are reached. */
  readonly folders: {
    directoryOf(folder: TargetRecord): Directory;
    /** Calls back after others changed something in it; absent where the browser does not tell. */
    watch(folder: TargetRecord, onChange: () => void): (() => void) | undefined;
    /** Whether the browser lets us write to it. */
    grantOf(folder: TargetRecord): Promise<Grant>;
    /** Asks for that; first thing in a user gesture. */
    requestGrant(folder: TargetRecord): Promise<Grant>;
    /** Reads its posts and takes in those that the library does not know. */
    import(
      folder: TargetRecord,
      onProgress: (progress: ImportProgress) => void,
      signal: AbortSignal,
    ): Promise<ImportReport>;
    /** Brings what is known of its posts up to date. */
    refreshIndex(folder: TargetRecord): Promise<void>;
  };
  /** Asks the background to deliver what waits. */
  drain(): Promise<void>;
  writePost(draft: Draft, presetId: string): Promise<Post>;
  /** Asks for the sites of these addresses; first thing in a user gesture. */
  requestSites(urls: readonly string[]): Promise<boolean>;
  /** Gives a file to the user, as a download. */
  giveFile(name: string, content: Blob): void;
  showDownload(reference: string): Promise<void>;
  openOptions(): void;
  openBatch(): void;
  /** The settings and presets, as they go into a backup. */
  readSettings(): Promise<Required<BackedUpSettings>>;
  /** Puts a backup's settings and presets in force, as far as that goes here. */
  applySettings(backedUp: BackedUpSettings): Promise<RestoredSettings>;
}
