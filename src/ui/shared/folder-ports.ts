import type { Grant } from '../../delivery/targets/folder/folder-grant.ts';
import type { IndexProgress, IndexReport } from '../../delivery/targets/folder/index-folder.ts';

/** A folder of the user's own, as it stands now. */
export interface FolderState {
  readonly id: string;
  readonly name: string;
  /** Its path on the disk, where it is reached through the companion. */
  readonly path?: string;
  readonly grant: Grant;
  /** When its posts were last read through, in Unix milliseconds. */
  readonly indexedAt?: number;
  /** Posts known in it. */
  readonly posts: number;
  /** Clips that wait to be written to it. */
  readonly waiting: number;
}

/** The user's folders, as pages need them on which they are connected and looked after. */
export interface FolderPorts {
  /** Whether this browser can write to a folder of the user's choice. */
  readonly canPick: boolean;
  list(): Promise<readonly FolderState[]>;
  /** @returns nothing where the user closed the dialog. */
  pick(): Promise<FileSystemDirectoryHandle | undefined>;
  /** @returns nothing where something else than a folder was dropped. */
  dropped(transfer: DataTransfer): Promise<FileSystemDirectoryHandle | undefined>;
  /** Remembers a folder and gives its id. */
  connect(handle: FileSystemDirectoryHandle): Promise<string>;
  /**
   * Asks for the right to start the companion; first thing in a press. `later`: given, but this page is too old to use
   * it, and has to be loaded anew.
   */
  allowCompanion(): Promise<'now' | 'later' | 'no'>;
  /** Starts the companion, remembers its folder and gives its id. @throws {ClipError} `companion-missing` … */
  connectCompanion(): Promise<string>;
  /** What to type into a terminal to set the companion up. */
  readonly companionCommand: string;
  /**
   * Puts another folder in the place of one that is gone: one that the user picks, or the one that the companion now
   * has. False where the user closed the dialog.
   */
  replace(id: string): Promise<boolean>;
  disconnect(id: string): Promise<void>;
  /** Asks for the grant; first thing in a press. */
  renewGrant(id: string): Promise<Grant>;
  /** Reads a folder's posts through. */
  index(id: string, onProgress: (progress: IndexProgress) => void, signal: AbortSignal): Promise<IndexReport>;
  /** Tries again to write what waits. */
  drain(): Promise<void>;
}
