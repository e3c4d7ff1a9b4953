import * as v from 'valibot';
import { ownObject } from '../../core/model/own-object.ts';
import { pictureTypeOf } from '../../core/model/picture.ts';
import { dropIncoming, keepIncoming, takeIncoming } from '../commands/incoming.ts';
import type { Incoming } from '../model/incoming.ts';
import type { Library } from '../store/database.ts';
import { checkPackedClip, PackedClipError } from './check-clip.ts';
import { openZip, type UnpackLimits, type UnpackProblem, type ZipArchive } from './read-zip.ts';
import { BACKUP_VERSION } from './write-backup.ts';

/** Why a file of a backup is left out. `missing`: another file names it, and it is not there. */
export type LeftOut = UnpackProblem | 'not-ours' | 'not-json' | 'wrong-field' | 'no-picture' | 'missing' | 'newer';

/** What a backup holds, before any of it is taken. */
export interface BackupContents {
  /** Clips that are whole. */
  readonly clips: number;
  /** Clips that the backup says it has. */
  readonly total: number;
  readonly leftOut: readonly { readonly name: string; readonly reason: LeftOut; readonly detail: string }[];
  /** The settings in the backup, for the settings' own check; absent where there are none. */
  readonly settings?: unknown;
  /** The user's own presets, for the presets' own check; absent where there are none. */
  readonly presets?: unknown;
}

export interface RestoreReport extends BackupContents {
  readonly restored: number;
  /** Clips that the library has already, in this version or a later one. */
  readonly kept: number;
  /** False where the backup is damaged and nothing was taken. */
  readonly isTaken: boolean;
}

export interface RestoreRequest {
  /** See `newRestoreId`. */
  readonly restoreId: string;
  readonly signal: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
  /** Asked where something of the backup is damaged or missing: whether what is whole is to be taken. */
  readonly onDamaged: (contents: BackupContents) => Promise<boolean>;
  readonly limits?: UnpackLimits;
}

export const BACKUP_LIMITS: UnpackLimits = {
  entries: 200_000,
  entryBytes: 32 * 1024 * 1024,
  totalBytes: 4 * 1024 * 1024 * 1024,
};

const HEAD = 'jianbao-backup.json';
const SETTINGS = 'settings.json';
const PRESETS = 'presets.json';
const CLIP_NAME = /^clips\/\d{1,9}\.json$/;
const PICTURE_NAME = /^pictures\/\d{1,9}\/\d{1,9}\.\w{3,5}$/;

/** Rows and bytes written at a time. */
const BATCH_ROWS = 100;
const BATCH_BYTES = 16 * 1024 * 1024;

/** Entries of an archive that can be dropped without loss. */
const HARMLESS: ReadonlySet<LeftOut> = new Set(['not-ours', 'newer']);

/**
 * Brings a backup's clips into the library: all of it is read and checked first, then taken in one step. Cancelled or
 * killed before that, it leaves the library as it was. A clip that is there already, in this version or a later one, is
 * left as it is, so doing it twice does it once; nothing is removed. What cannot be taken is named. Names in the
 * archive are names only: nothing is written anywhere by them.
 *
 * @throws an `AbortError` where `signal` said so.
 */
export async function readBackup(library: Library, file: Blob, request: RestoreRequest): Promise<RestoreReport> {
  const { restoreId, signal, onDamaged, limits = BACKUP_LIMITS } = request;
  try {
    const contents = await stage(library, await openZip(file, limits), request);
    const isDamaged = contents.leftOut.some(({ reason }) => !HARMLESS.has(reason));
    if (isDamaged && !(await onDamaged(contents))) return { ...contents, restored: 0, kept: 0, isTaken: false };
    signal.throwIfAborted();
    return { ...contents, ...(await takeIncoming(library, restoreId, signal)), isTaken: true };
  } finally {
    await dropIncoming(library, restoreId);
  }
}

/** Reads and checks everything, and keeps it apart from the library. */
async function stage(library: Library, archive: ZipArchive, request: RestoreRequest): Promise<BackupContents> {
  const { restoreId, signal, onProgress } = request;
  const leftOut: BackupContents['leftOut'][number][] = archive.problems.map(({ name, problem }) => {
    return { name, reason: problem, detail: '' };
  });
  const leaveOut = (name: string, reason: LeftOut, detail = ''): void => void leftOut.push({ name, reason, detail });
  /** Pictures by their names in the archive; what is left of them at the end is missing. */
  const owners = new Map<string, { readonly clipId: string; readonly url: string }>();
  const parts = new Map<string, unknown>();
  const write = createWriter(library, restoreId);
  let clips = 0;
  let done = 0;

  async function stageClip(value: unknown): Promise<void> {
    const { pictures, ...packed } = checkPackedClip(value);
    for (const { name: picture, url } of pictures) owners.set(picture, { clipId: packed.clip.id, url });
    await write.row(packed, packed.post.text.length + packed.content.source.html.length);
    clips++;
  }

  async function stageJson(name: string, content: Uint8Array): Promise<void> {
    try {
      const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(content));
      if (CLIP_NAME.test(name)) await stageClip(value);
      else parts.set(name, value);
    } catch (error) {
      if (error instanceof PackedClipError) leaveOut(name, 'wrong-field', error.message);
      else if (error instanceof SyntaxError || error instanceof TypeError) leaveOut(name, 'not-json');
      else throw error;
    }
  }

  async function stagePicture(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    const owner = owners.get(name);
    const type = pictureTypeOf(bytes);
    owners.delete(name);
    if (!owner || !type) leaveOut(name, 'no-picture');
    else await write.row({ picture: { ...owner, type, bytes: new Blob([bytes]) } }, bytes.length);
  }

  const { json, pictures, others } = sorted(archive.names);
  for (const name of others) leaveOut(name, 'not-ours');
  for (const name of [...json, ...pictures]) {
    signal.throwIfAborted();
    const unpacked = await archive.read(name);
    if ('problem' in unpacked) leaveOut(name, unpacked.problem);
    else if (PICTURE_NAME.test(name)) await stagePicture(name, unpacked.content);
    else await stageJson(name, unpacked.content);
    onProgress?.(++done, json.length + pictures.length);
  }
  await write.flush();
  const unread = new Set(leftOut.map(({ name }) => name));
  for (const name of owners.keys()) if (!unread.has(name)) leaveOut(name, 'missing');
  const listed = json.filter((name) => CLIP_NAME.test(name)).length;
  const head = headOf(parts.get(HEAD));
  if (head.clips > listed) leaveOut(HEAD, 'missing', String(head.clips - listed));
  if (head.version > BACKUP_VERSION) leaveOut(HEAD, 'newer', String(head.version));
  return {
    clips,
    total: Math.max(listed, head.clips),
    leftOut,
    ...(parts.has(SETTINGS) ? { settings: parts.get(SETTINGS) } : {}),
    ...(parts.has(PRESETS) ? { presets: parts.get(PRESETS) } : {}),
  };
}

/** Clips come before the pictures that belong to them. */
function sorted(names: readonly string[]) {
  const isJson = (name: string): boolean => [HEAD, SETTINGS, PRESETS].includes(name) || CLIP_NAME.test(name);
  return {
    json: names.filter(isJson),
    pictures: names.filter((name) => PICTURE_NAME.test(name)),
    others: names.filter((name) => !isJson(name) && !PICTURE_NAME.test(name)),
  };
}

/** Backups made before the first release have no such numbers. */
const headSchema = ownObject({
  clips: v.fallback(v.pipe(v.number(), v.safeInteger()), 0),
  version: v.fallback(v.number(), 0),
});

function headOf(value: unknown): v.InferOutput<typeof headSchema> {
  return v.parse(v.fallback(headSchema, { clips: 0, version: 0 }), value);
}

type Row =
  | Omit<Extract<Incoming, { clip: unknown }>, 'restoreId' | 'n'>
  | Pick<Extract<Incoming, { picture: unknown }>, 'picture'>;

/** Writes rows in batches, numbered in the order in which they came. */
function createWriter(library: Library, restoreId: string) {
  let batch: Incoming[] = [];
  let [n, bytes] = [0, 0];
  async function flush(): Promise<void> {
    if (batch.length > 0) await keepIncoming(library, batch);
    [batch, bytes] = [[], 0];
  }
  return {
    flush,
    async row(row: Row, size: number): Promise<void> {
      batch.push({ restoreId, n: n++, ...row });
      bytes += size;
      if (batch.length === BATCH_ROWS || bytes > BATCH_BYTES) await flush();
    },
  };
}
