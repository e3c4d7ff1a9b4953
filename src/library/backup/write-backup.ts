import { readWholeClip } from '../commands/delete-clips.ts';
import { keptPictures } from '../commands/pictures.ts';
import type { Library } from '../store/database.ts';
import { packZip, type ZipEntry } from './zip.ts';

/** What the first entry of a backup says of it. */
export interface BackupHead {
  readonly format: 'jianbao-backup';
  readonly version: 1;
  readonly createdAt: number;
  readonly clips: number;
}

export interface BackupRequest {
  /** The settings, with no secret in them. */
  readonly settings: unknown;
  readonly now: number;
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * The whole library as one zip: a head, the settings, and one JSON file for each clip, its pictures behind it. Where clips were delivered to
 * is left out: it belongs to this browser's folders, and is found again by connecting them.
 */
export async function writeBackup(library: Library, request: BackupRequest): Promise<Blob> {
  const ids = await library.use((database) => database.getAllKeys('clips'));
  return packZip(entries(library, ids, request));
}

async function* entries(library: Library, ids: readonly string[], request: BackupRequest): AsyncGenerator<ZipEntry> {
  const head: BackupHead = { format: 'jianbao-backup', version: 1, createdAt: request.now, clips: ids.length };
  yield { name: 'jianbao-backup.json', content: JSON.stringify(head, null, 2) };
  yield { name: 'settings.json', content: JSON.stringify(request.settings, null, 2) };
  for (const [n, id] of ids.entries()) {
    const whole = await readWholeClip(library, id);
    if (!whole) continue;
    const { deliveries: _ofThisBrowser, ...packed } = whole;
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
