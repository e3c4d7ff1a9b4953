import type { Failure } from '../core/model/failure.ts';
import { ClipError } from '../core/model/failure.ts';
import { companionFolder } from '../delivery/targets/companion/companion-kind.ts';
import { canPickFolders, droppedFolder, type Grant, pickFolder } from '../delivery/targets/folder/folder-grant.ts';
import { pickedFolder } from '../delivery/targets/folder/folder-kind.ts';
import { kindOf } from '../delivery/targets/target-kinds.ts';
import { changeTarget, connectTarget, disconnectTarget, replaceTarget } from '../library/commands/targets.ts';
import type { NewTarget, TargetRecord } from '../library/model/target-record.ts';
import { pendingDeliveries } from '../library/queries/deliveries.ts';
import { countFilesOfTarget } from '../library/queries/folder-files.ts';
import { getTarget, listReadableTargets } from '../library/queries/targets.ts';
import type { Library } from '../library/store/database.ts';
import { canStartNative, companionCommand, requestCompanion } from '../platform/companion.ts';
import { forgetPresetTarget } from '../settings/preset-targets.ts';
import { askBackground } from './ask-background.ts';
import { companion } from './companion.ts';
import { type ImportProgress, type ImportReport, importFolder } from './import-folder.ts';
import { type ServerPlaces, type ServerState, serverPlaces } from './server-places.ts';
import { requestTargetGrant, targetGrant } from './target-grant.ts';

/** A connected place, as it is now: a folder, or a place on a server. */
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
  /** Why the first of them waits, where an attempt was made. */
  readonly failure?: Failure;
  /** Nothing is written to it until it is resumed. */
  readonly isPaused?: boolean;
  /** Where it is on a server; absent for a folder of this device. */
  readonly server?: ServerState;
}

/** The user's folders, for the pages on which they are connected and looked after. */
export interface ConnectedTargets {
  /** Whether this browser can write to a folder of the user's choice. */
  readonly canPick: boolean;
  list(): Promise<readonly FolderState[]>;
  /** @returns nothing where the user closed the dialog. */
  pick(): Promise<FileSystemDirectoryHandle | undefined>;
  /** @returns nothing where something else than a folder was dropped. */
  dropped(transfer: DataTransfer): Promise<FileSystemDirectoryHandle | undefined>;
  /** Remembers a folder and returns its id. */
  connect(handle: FileSystemDirectoryHandle): Promise<string>;
  /**
   * Asks for the right to start the companion; first thing in a user gesture. `later`: granted, but this page is too
   * old to use it, and has to be loaded anew.
   */
  allowCompanion(): Promise<'now' | 'later' | 'no'>;
  /** Starts the companion, remembers its folder and returns its id. @throws {ClipError} `companion-missing` … */
  connectCompanion(): Promise<string>;
  /** What to type into a terminal to set the companion up. */
  readonly companionCommand: string;
  /**
   * Puts another folder in the place of one that is gone: one that the user picks, or the one that the companion now
   * has. False where the user closed the dialog.
   */
  replace(id: string): Promise<boolean>;
  /** Forgets a place and its sign-in. Its files, and the clips, stay. */
  disconnect(id: string): Promise<void>;
  rename(id: string, name: string): Promise<void>;
  /** Has its clips wait, or lets them go on. */
  pause(id: string, isPaused: boolean): Promise<void>;
  /** The places on servers: how they are set up and tried out. */
  readonly servers: ServerPlaces;
  /** Asks for the grant; first thing in a user gesture. */
  renewGrant(id: string): Promise<Grant>;
  /** Reads a folder's posts and takes in those that the library does not know. @param presetId they are written in. */
  import(
    id: string,
    presetId: string,
    onProgress: (progress: ImportProgress) => void,
    signal: AbortSignal,
  ): Promise<ImportReport>;
  /** Tries again to write what waits. */
  drain(): Promise<void>;
}

export function connectedTargets(library: Library, now: () => number): ConnectedTargets {
  /** Targets in hand, so that a user gesture can ask for a grant without waiting for the database first. */
  const known = new Map<string, TargetRecord>();

  const servers = serverPlaces(library, now);

  async function stateOf(record: TargetRecord): Promise<FolderState> {
    const { id, name, indexedAt } = record;
    known.set(id, record);
    const [grant, posts, pending, server] = await Promise.all([
      targetGrant(record.access),
      countFilesOfTarget(library, id),
      pendingDeliveries(library),
      servers.stateOf(record),
    ]);
    const waiting = pending.filter(({ targetId }) => targetId === id);
    const failure = waiting.find((row) => row.failure && row.failure.code !== 'place-paused')?.failure;
    const path = kindOf(record).location?.(record);
    return {
      id,
      name,
      ...(path === undefined ? {} : { path }),
      grant,
      ...(indexedAt === undefined ? {} : { indexedAt }),
      posts,
      waiting: waiting.length,
      ...(failure === undefined ? {} : { failure }),
      ...(record.isPaused ? { isPaused: true } : {}),
      ...(server === undefined ? {} : { server }),
    };
  }

  async function recordOf(id: string): Promise<TargetRecord> {
    const record = known.get(id) ?? (await getTarget(library, id));
    if (!record) throw new ClipError('target-unknown', id);
    return record;
  }

  async function connect(target: NewTarget): Promise<string> {
    const record = await connectTarget(library, target, crypto.randomUUID(), now());
    known.set(record.id, record);
    return record.id;
  }

  async function anotherFolder({ access }: TargetRecord): Promise<NewTarget | undefined> {
    if (access.by === 'companion') return companionFolder((await companion.greet()).folder);
    const handle = await pickFolder();
    return handle && pickedFolder(handle);
  }

  return {
    canPick: canPickFolders(),
    list: async () => Promise.all((await listReadableTargets(library)).map(stateOf)),
    pick: pickFolder,
    dropped: droppedFolder,
    connect: (handle) => connect(pickedFolder(handle)),
    allowCompanion: async () => {
      if (!(await requestCompanion())) return 'no';
      return canStartNative() ? 'now' : 'later';
    },
    connectCompanion: async () => connect(companionFolder((await companion.greet()).folder)),
    companionCommand: companionCommand(),
    replace: async (id) => {
      const folder = await anotherFolder(await recordOf(id));
      if (!folder) return false;
      known.delete(id);
      await replaceTarget(library, id, folder);
      return true;
    },
    disconnect: async (id) => {
      await servers.forgetSecret(id);
      await forgetPresetTarget(id);
      await disconnectTarget(library, id);
    },
    rename: (id, name) => {
      known.delete(id);
      return changeTarget(library, id, { name });
    },
    pause: (id, isPaused) => {
      known.delete(id);
      return changeTarget(library, id, { isPaused });
    },
    servers,
    renewGrant: async (id) => requestTargetGrant((await recordOf(id)).access),
    import: async (id, presetId, onProgress, signal) =>
      importFolder(
        { library, now, newId: () => crypto.randomUUID(), onProgress },
        await recordOf(id),
        presetId,
        signal,
      ),
    drain: () => askBackground('drain', true),
  };
}
