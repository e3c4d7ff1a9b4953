/**
 * Reads an archive at a git host twice, in a process of its own, so that neither the host nor the test runner counts.
 * Its argument is the `TargetRecord` as JSON; each reading prints a `Reading` as a line, the second after a line of input.
 */
import 'fake-indexeddb/auto';
import { once } from 'node:events';
import { indexFolder } from '../../../src/delivery/targets/folder/index-folder.ts';
import { gitHostKind } from '../../../src/delivery/targets/git-host/git-host-kind.ts';
import { connectTarget } from '../../../src/library/commands/targets.ts';
import type { TargetRecord } from '../../../src/library/model/target-record.ts';
import { openLibrary } from '../../../src/library/store/database.ts';

/** One reading of an archive. */
export interface Reading {
  readonly posts: number;
  readonly read: number;
  readonly requests: number;
  /** Of the processor, in seconds. */
  readonly processorSeconds: number;
  /**
   * By which the process grew at most, in megabytes, less what it keeps afterwards: the stand-in for IndexedDB holds the
   * archive's index in this process, a browser in one of its own.
   */
  readonly megabytes: number;
}

const record = JSON.parse(process.argv[2] ?? '{}') as TargetRecord;
const library = openLibrary({ name: 'archive', blockedLimit: 50 });
const { id } = await connectTarget(library, record, crypto.randomUUID(), 0);

let requests = 0;
const network = {
  http: {
    fetch: (url: string, init: RequestInit) => {
      requests++;
      return fetch(url, init);
    },
    now: Date.now,
    wait: (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds)),
  },
  readSecret: async () => process.env['BENCH_TOKEN'] ?? '',
  deviceId: async () => 'bench',
};

async function read(): Promise<Reading> {
  requests = 0;
  const [memory, before, processor] = [process.memoryUsage().rss, heapInUse(), process.cpuUsage()];
  const directory = gitHostKind.directory(record, { network });
  const report = await indexFolder({ library, folderId: id, directory, now: Date.now }, new AbortController().signal);
  const { user, system } = process.cpuUsage(processor);
  return {
    posts: report.posts,
    read: report.read,
    requests,
    processorSeconds: (user + system) / 1e6,
    // `maxRSS` is in kilobytes.
    megabytes: (process.resourceUsage().maxRSS * 1024 - memory - (heapInUse() - before)) / 1e6,
  };
}

/** Bytes. Needs `--expose-gc`. */
function heapInUse(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

for (let reading = 1; reading <= 2; reading++) {
  if (reading > 1) await once(process.stdin, 'data');
  process.stdout.write(`${JSON.stringify(await read())}\n`);
}
process.exit(0);
