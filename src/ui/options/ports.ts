import type { Preset } from '../../core/presets/preset.ts';
import type { PresetChanges } from '../../settings/presets.ts';
import type { Settings } from '../../settings/schema.ts';
import type { IndexProgress, IndexReport } from '../../sync/folder/index-folder.ts';
import type { Grant } from '../../sync/folder-grant.ts';

/** A folder of the user's own, as it stands now. */
export interface FolderState {
  readonly id: string;
  readonly name: string;
  readonly grant: Grant;
  /** When its posts were last read through, in Unix milliseconds. */
  readonly indexedAt?: number;
  /** Posts known in it. */
  readonly posts: number;
  /** Clips that wait to be written to it. */
  readonly waiting: number;
}

/** A keyboard command of ours, as the browser has it now. */
export interface Shortcut {
  readonly name: string;
  readonly description: string;
  /** Empty where none is set. */
  readonly keys: string;
}

/** All that the options page needs from the world. */
export interface OptionsPorts {
  readonly now: () => number;
  changeSettings(changes: Partial<Settings>): Promise<Settings>;
  loadPresets(): Promise<readonly Preset[]>;
  saveOwnPreset(preset: Preset): Promise<void>;
  removeOwnPreset(id: string): Promise<void>;
  changeBuiltIn(id: string, changes: PresetChanges): Promise<void>;
  shortcuts(): Promise<readonly Shortcut[]>;
  /** Hands the user a file. */
  giveFile(name: string, text: string): void;
  readonly folders: FolderPorts;
}

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
  /** Puts a folder in the place of one that is gone. */
  replace(id: string, handle: FileSystemDirectoryHandle): Promise<void>;
  disconnect(id: string): Promise<void>;
  /** Asks for the grant; first thing in a press. */
  renewGrant(id: string): Promise<Grant>;
  /** Reads a folder's posts through. */
  index(id: string, onProgress: (progress: IndexProgress) => void, signal: AbortSignal): Promise<IndexReport>;
  /** Tries again to write what waits. */
  drain(): Promise<void>;
}
