import { ClipError } from '../../../core/model/failure.ts';
import { fromBase64, toBase64 } from '../../../core/text/base64.ts';
import { joinBytes } from '../../../core/text/join-bytes.ts';
import { sha256 } from '../../sha-256.ts';
import { type Directory, FileMovedOn, type FoundFile } from '../folder/directory.ts';
import type { Companion } from './companion.ts';
import { CONTENT_LIMIT, type FileStat } from './protocol.ts';

/** A folder that the companion serves. @param folder its full path on the disk, as the companion states it. */
export function companionDirectory(companion: Companion, folder: string): Directory {
  const found = (path: string, { size, modifiedAt }: FileStat): FoundFile => ({
    size,
    modifiedAt,
    read: (limit = size) => read(companion, folder, path, Math.min(limit, size)),
  });

  return {
    name: folderName(folder),
    async check() {
      await companion.ask('check', folder);
    },
    async list(path) {
      const parts = await companion.ask('list', folder, path);
      return parts.flat().map((entry) => {
        const below = path === '' ? entry.name : `${path}/${entry.name}`;
        return entry.kind === 'folder' ? entry : { ...entry, look: async () => found(below, entry) };
      });
    },
    async look(path) {
      const [facts] = await companion.ask('look', folder, path);
      return facts ? found(path, facts) : undefined;
    },
    async write(path, content, replaces) {
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      if (bytes.length > CONTENT_LIMIT) throw new ClipError('too-large', path);
      const wanted = await sha256(bytes);
      const [kept] = await companion.ask('write', folder, path, toBase64(bytes), replaces);
      if (kept !== wanted) throw new ClipError('not-kept', path);
      return kept;
    },
  };
}

/** The last part of a path on any system. */
export function folderName(path: string): string {
  return path.split(/[\\/]/).findLast((name) => name !== '') ?? path;
}

async function read(companion: Companion, folder: string, path: string, limit: number) {
  try {
    return joinBytes((await companion.ask('read', folder, path, limit)).map(fromBase64));
  } catch (error) {
    if (error instanceof ClipError && error.code === 'file-gone') throw new FileMovedOn(path);
    throw error;
  }
}
