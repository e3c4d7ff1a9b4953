import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import type { DownloadRecord, DownloadsApi } from '../../src/delivery/targets/downloads/downloads-target.ts';

export const OUR_ID = 'jianbao-under-test';

export interface FakeDownloads extends DownloadsApi {
  /** Makes the next download end like this instead of being written. */
  interruptNext(error: string): void;
  /** Writes the next download and never says so: what a killed worker would have missed. */
  hangNext(): void;
  /** Writes so many bytes of the next download and calls it complete, as Firefox does on a full disk. */
  cutNext(bytes: number): void;
  /** Names the next file as another extension would have it. */
  renameNext(name: string): void;
  readonly calls: { filename: string; conflictAction: string }[];
}

/** The browser's downloads over a real folder: names refused, made free and overwritten as Chromium was measured to. */
export function fakeDownloads(folder: string): FakeDownloads {
  const records: (DownloadRecord & { startTime: number })[] = [];
  const listeners = new Set<(change: { id: number }) => void>();
  const calls: { filename: string; conflictAction: string }[] = [];
  let interruption: string | undefined;
  let hanging = false;
  let renamed: string | undefined;
  let room: number | undefined;

  return {
    calls,
    interruptNext(error) {
      interruption = error;
    },
    hangNext() {
      hanging = true;
    },
    cutNext(bytes) {
      room = bytes;
    },
    renameNext(name) {
      renamed = name;
    },
    async download({ url, filename, conflictAction }) {
      calls.push({ filename, conflictAction });
      if (filename.split('/').some((part) => part === '' || part.startsWith('.') || /[\\:<>?*"|]/.test(part))) {
        throw new Error('Invalid filename');
      }
      const content = (await bytesOf(url)).subarray(0, room);
      room = undefined;
      const wanted = join(folder, renamed ?? filename);
      renamed = undefined;
      const path = conflictAction === 'overwrite' ? wanted : freeName(wanted);
      const error = interruption;
      interruption = undefined;
      if (!error) {
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, content);
      }
      const id = records.length + 1;
      records.push({
        id,
        filename: path,
        state: error ? 'interrupted' : 'complete',
        error,
        fileSize: error ? -1 : content.length,
        byExtensionId: OUR_ID,
        startTime: Date.now(),
      });
      if (hanging) {
        hanging = false;
        return new Promise<number>(() => {});
      }
      queueMicrotask(() => {
        for (const listener of listeners) listener({ id });
      });
      return id;
    },
    async removeFile(id) {
      const record = records.find((each) => each.id === id);
      if (!record) throw new Error(`Invalid download id ${id}`);
      rmSync(record.filename);
      Object.assign(record, { exists: false });
    },
    async search({ id, startedAfter }) {
      const since = startedAfter ? Date.parse(startedAfter) : 0;
      return records.filter((record) => (id === undefined || record.id === id) && record.startTime >= since);
    },
    onChanged: {
      addListener: (listener) => listeners.add(listener),
      removeListener: (listener) => listeners.delete(listener),
    },
  };
}

async function bytesOf(url: string): Promise<Uint8Array> {
  return new Uint8Array(await (await fetch(url)).arrayBuffer());
}

function freeName(path: string): string {
  const extension = extname(path);
  const stem = join(dirname(path), basename(path, extension));
  for (let n = 0; ; n++) {
    const name = n === 0 ? path : `${stem} (${n})${extension}`;
    if (!existsSync(name)) return name;
  }
}
