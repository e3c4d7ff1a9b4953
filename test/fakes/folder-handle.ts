import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { FileHandle, FolderHandle } from '../../src/delivery/targets/folder/handles.ts';

/** Faults of a disk and of a grant, switched on and off by a test. */
export interface Faults {
  permission: PermissionState;
  readOnly: boolean;
  /** The disk has no room for a file of more bytes than this. */
  room: number;
  /** Names differ neither by case nor by Unicode form, as on APFS. */
  foldsNames: boolean;
  /** Never answers a close: the worker was killed before it. */
  hangsOnClose: boolean;
  /** Milliseconds that each call may take at most; each takes another part of them. */
  latency: number;
}

export interface FakeFolder {
  readonly handle: FolderHandle;
  readonly faults: Faults;
}

/** Names that Chromium refuses (measured). */
const REFUSED = /[:<>"*\\|?\t]|^~|[. ]$|^(?:aux|nul|con|prn)(?:\.|$)|\.(?:lnk|url|scf)$|^desktop\.ini$/i;

/** A folder handle over a real folder, with the errors that Chromium was measured to throw. */
export function fakeFolder(path: string): FakeFolder {
  const faults: Faults = {
    permission: 'granted',
    readOnly: false,
    room: Number.POSITIVE_INFINITY,
    foldsNames: false,
    hangsOnClose: false,
    latency: 0,
  };
  return { handle: folderHandle(path, faults), faults };
}

function folderHandle(path: string, faults: Faults): FolderHandle {
  return {
    kind: 'directory',
    name: basename(path),
    async getDirectoryHandle(name, options) {
      const child = childOf(path, name, faults);
      if (existsSync(child) && !statSync(child).isDirectory()) throw new DOMException('A file.', 'TypeMismatchError');
      if (!existsSync(child)) {
        if (!options?.create) throw new DOMException('Not found.', 'NotFoundError');
        refuseReadOnly(faults);
        mkdirSync(child);
      }
      return folderHandle(child, faults);
    },
    async getFileHandle(name, options) {
      await delay(faults);
      const child = childOf(path, name, faults);
      if (existsSync(child) && !statSync(child).isFile()) throw new DOMException('A folder.', 'TypeMismatchError');
      if (!existsSync(child)) {
        if (!options?.create) throw new DOMException('Not found.', 'NotFoundError');
        refuseReadOnly(faults);
        writeFileSync(child, '');
      }
      return fileHandle(child, faults);
    },
    async removeEntry(name) {
      await delay(faults);
      const child = childOf(path, name, faults);
      if (!existsSync(child)) throw new DOMException('Not found.', 'NotFoundError');
      refuseReadOnly(faults);
      if (!statSync(child).isDirectory()) rmSync(child);
      else if (readdirSync(child).length > 0) throw new DOMException('Not empty.', 'InvalidModificationError');
      else rmdirSync(child);
    },
    async *values() {
      if (!existsSync(path)) throw new DOMException('Not found.', 'NotFoundError');
      for (const name of readdirSync(path)) {
        const child = join(path, name);
        yield statSync(child).isDirectory() ? folderHandle(child, faults) : fileHandle(child, faults);
      }
    },
    queryPermission: async () => faults.permission,
    requestPermission: async () => faults.permission,
  };
}

function fileHandle(path: string, faults: Faults): FileHandle {
  return {
    kind: 'file',
    name: basename(path),
    async getFile() {
      if (!existsSync(path)) throw new DOMException('Not found.', 'NotFoundError');
      return new File([readFileSync(path)], basename(path), { lastModified: Math.round(statSync(path).mtimeMs) });
    },
    async createWritable() {
      await delay(faults);
      refuseReadOnly(faults);
      let content = Buffer.alloc(0);
      return {
        async write(data) {
          content = Buffer.concat([content, Buffer.from(data)]);
          if (content.length > faults.room) throw new DOMException('No room.', 'QuotaExceededError');
        },
        async close() {
          await delay(faults);
          if (faults.hangsOnClose) await new Promise(() => {});
          writeFileSync(`${path}.crswap`, content);
          renameSync(`${path}.crswap`, path);
        },
        async abort() {},
      };
    },
  };
}

/** Even parts of the golden ratio: no two calls in a row take as long. */
let calls = 0;
async function delay({ latency }: Faults): Promise<void> {
  if (latency > 0) await setTimeout((++calls * 0.618034 * latency) % latency);
}

function refuseReadOnly({ readOnly }: Faults): void {
  if (readOnly) throw new DOMException('Read only.', 'NoModificationAllowedError');
}

function childOf(path: string, name: string, faults: Faults): string {
  if (faults.permission !== 'granted') throw new DOMException('Not allowed.', 'NotAllowedError');
  if (!existsSync(path)) throw new DOMException('Not found.', 'NotFoundError');
  if (REFUSED.test(name)) throw new TypeError('Name is not allowed.');
  const folded = name.normalize('NFC').toLowerCase();
  const lying = faults.foldsNames && readdirSync(path).find((one) => one.normalize('NFC').toLowerCase() === folded);
  return join(path, lying || name);
}
