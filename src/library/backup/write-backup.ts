import { keptPictures } from '../commands/pictures.ts';
import { readWholeClip } from '../queries/read-whole-clip.ts';
import type { Library } from '../store/database.ts';
import { packZip, type ZipEntry } from './pack-zip.ts';

/** The format's version. 2 added the user's own presets. */
export const BACKUP_VERSION = 2;

/** What the first entry of a backup says of it. */
export interface BackupHead {
  readonly format: 'jianbao-backup';
  readonly version: typeof BACKUP_VERSION;
  readonly createdAt: number;
  readonly clips: number;
}

export interface BackupRequest {
  /** The settings, with no secret in them. */
  readonly settings: unknown;
  /** The user's own presets, and what is set on the built-in ones. */
  readonly presets: unknown;
  readonly now: number;
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * The whole library as one zip: a head, the settings, the presets, and one JSON file for each clip, its pictures behind
 * it. Where clips were delivered to is left out: it belongs to this browser's folders, and is found again by connecting
 * them. The trash and earlier versions are left out too.
 */
export async function writeBackup(library: Library, request: BackupRequest): Promise<Blob> {
  const ids = await library.use((database) => database.getAllKeys('clips'));
  return packZip(entries(library, ids, request));
}

async function* entries(library: Library, ids: readonly string[], request: BackupRequest): AsyncGenerator<ZipEntry> {
  const head: BackupHead = {
    format: 'jianbao-backup',
    version: BACKUP_VERSION,
    createdAt: request.now,
    clips: ids.length,
  };
  yield { name: 'jianbao-backup.json', content: JSON.stringify(head, null, 2) };
  yield { name: 'settings.json', content: JSON.stringify(request.settings, null, 2) };
  yield { name: 'presets.json', content: JSON.stringify(request.presets, null, 2) };
  for (const [n, id] of ids.entries()) {
    const whole = await readWholeClip(library, id);
    if (!whole) continue;
    const { deliveries: _ofThisBrowser, clip, ...rest } = whole;
    const { isDamaged: _asRead, ...row } = clip;
    const packed = { clip: row, ...rest };
    const number = String(n).padStart(6, '0');
    const pictures = [...(await keptPictures(library, id))].map(([url, { type, bytes }], nth) => ({
      url,
      name: `pictures/${number}/${nth}.${type}`,
      content: bytes,
    }));
    const named = { ...packed, pictures: pictures.map(({ url, name }) => ({ url, name })) };
    yield { name: `clips/${number}.json`, content: JSON.stringify(named, undefinedAsNull) };
    yield* pictures;
    request.onProgress?.(n + 1, ids.length);
  }
}

function undefinedAsNull(_name: string, value: unknown): unknown {
  return value === undefined ? null : value;
}
