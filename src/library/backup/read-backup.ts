import { pictureTypeOf } from '../../core/model/picture.ts';
import { keepPicture } from '../commands/pictures.ts';
import type { Library } from '../store/database.ts';
import { transact } from '../store/transact.ts';
import { VERSION_STORES } from '../store/version-stores.ts';
import { checkPackedClip, type PackedClip, PackedClipError } from './check-clip.ts';
import { type UnpackLimits, type UnpackProblem, unpackZip } from './zip.ts';

/** Why a file of a backup was left out. */
export type LeftOut = UnpackProblem | 'not-ours' | 'not-json' | 'wrong-field' | 'no-picture';

export interface RestoreReport {
  readonly restored: number;
  /** Clips that the library has already, as new or newer. */
  readonly kept: number;
  readonly leftOut: readonly { readonly name: string; readonly reason: LeftOut; readonly detail: string }[];
  /** The settings in the backup, for the settings' own check; absent where there are none. */
  readonly settings?: unknown;
}

export const BACKUP_LIMITS: UnpackLimits = {
  entries: 200_000,
  entryBytes: 32 * 1024 * 1024,
  totalBytes: 4 * 1024 * 1024 * 1024,
};

const CLIP_NAME = /^clips\/\d{1,9}\.json$/;
const PICTURE_NAME = /^pictures\/\d{1,9}\/\d{1,9}\.\w{3,5}$/;
const WANTED = (name: string): boolean => name === 'settings.json' || CLIP_NAME.test(name) || PICTURE_NAME.test(name);
const QUIET = new Set(['jianbao-backup.json']);
const BATCH = 100;

/**
 * Brings a backup's clips into the library. A clip that is there already, as new or newer, is left as it is, so doing
 * it twice does it once; nothing is removed. What cannot be taken is left out and named. Names in the archive are
 * names only: nothing is written anywhere by them.
 */
export async function readBackup(
  library: Library,
  file: Blob,
  onProgress: (done: number) => void = () => {},
  limits = BACKUP_LIMITS,
): Promise<RestoreReport> {
  const leftOut: RestoreReport['leftOut'][number][] = [];
  const pictures = new Map<string, { readonly clipId: string; readonly url: string }>();
  let batch: PackedClip[] = [];
  let [restored, kept] = [0, 0];
  let settings: unknown;
  const flush = async (): Promise<void> => {
    const written = await writeClips(library, batch);
    restored += written;
    kept += batch.length - written;
    batch = [];
    onProgress(restored + kept);
  };
  for await (const { name, content, problem } of unpackZip(file, WANTED, limits)) {
    if (problem) leftOut.push({ name, reason: problem, detail: '' });
    else if (!content && !QUIET.has(name)) leftOut.push({ name, reason: 'not-ours', detail: '' });
    if (!content) continue;
    if (PICTURE_NAME.test(name)) {
      await flush();
      if (!(await restorePicture(library, pictures.get(name), content))) {
        leftOut.push({ name, reason: 'no-picture', detail: '' });
      }
      continue;
    }
    try {
      const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(content));
      if (name === 'settings.json') settings = value;
      else {
        const packed = checkPackedClip(value);
        batch.push(packed);
        for (const picture of packed.pictures) pictures.set(picture.name, { clipId: packed.clip.id, url: picture.url });
      }
    } catch (error) {
      const isField = error instanceof PackedClipError;
      leftOut.push({ name, reason: isField ? 'wrong-field' : 'not-json', detail: isField ? error.message : '' });
    }
    if (batch.length === BATCH) await flush();
  }
  await flush();
  return { restored, kept, leftOut, ...(settings === undefined ? {} : { settings }) };
}

/** @returns whether it is a picture, and that of a clip. */
async function restorePicture(
  library: Library,
  owner: { readonly clipId: string; readonly url: string } | undefined,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const type = pictureTypeOf(bytes);
  if (!owner || !type) return false;
  await keepPicture(library, owner.clipId, owner.url, { type, bytes });
  return true;
}

/** @returns how many were written. */
function writeClips(library: Library, packed: readonly PackedClip[]): Promise<number> {
  return library.use((database) =>
    transact(database, [...VERSION_STORES], async (transaction) => {
      let written = 0;
      for (const { clip, content, text, post } of packed) {
        const known = await transaction.objectStore('clips').get(clip.id);
        if (known && known.updatedAt >= clip.updatedAt) continue;
        await transaction.objectStore('clips').put(clip);
        await transaction.objectStore('contents').put(content);
        await transaction.objectStore('texts').put(text);
        await transaction.objectStore('posts').put(post);
        written++;
      }
      return written;
    }),
  );
}
