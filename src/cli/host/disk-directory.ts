import { toFailure } from '../../core/model/failure.ts';
import { joinBytes } from '../../core/text/join-bytes.ts';
import type { FileStat } from '../../delivery/targets/companion/protocol.ts';
import { type Directory, FileMovedOn, type FoundFile } from '../../delivery/targets/folder/directory.ts';
import type { Disk } from './disk.ts';

/** A folder of the disk as the folder target writes to it: the command line's own, with no companion between. */
export function diskDirectory(disk: Disk, name: string): Directory {
  const found = (path: string, { size, modifiedAt }: FileStat): FoundFile => ({
    size,
    modifiedAt,
    read: (limit = size) => read(disk, path, Math.min(limit, size)),
  });

  return {
    name,
    check: () => disk.check(),
    async list(path) {
      return (await disk.list(path)).map((entry) => {
        const below = path === '' ? entry.name : `${path}/${entry.name}`;
        return entry.kind === 'folder' ? entry : { ...entry, look: async () => found(below, entry) };
      });
    },
    async look(path) {
      const facts = await disk.look(path);
      return facts && found(path, facts);
    },
    async write(path, content, replaces) {
      const bytes =
        typeof content === 'string'
          ? Buffer.from(content)
          : Buffer.from(content.buffer, content.byteOffset, content.byteLength);
      return disk.write(path, bytes, replaces);
    },
  };
}

async function read(disk: Disk, path: string, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const parts: Uint8Array[] = [];
    for await (const part of disk.read(path, limit)) parts.push(part);
    return joinBytes(parts);
  } catch (error) {
    throw toFailure(error).code === 'file-gone' ? new FileMovedOn(path) : error;
  }
}
