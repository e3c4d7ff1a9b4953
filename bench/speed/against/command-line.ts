import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from '../statistics.ts';

/** What one run of `jianbao ndjson` took. */
export interface Usage {
  /** Seconds of CPU of the whole process, threads included. */
  readonly cpu: number;
  /** Seconds from its start to its end. */
  readonly wall: number;
  /** Peak memory in megabytes. */
  readonly memory: number;
}

/** A built command line and its arguments beside `ndjson`. */
export interface CommandLine {
  readonly name: string;
  readonly script: string;
  readonly args: readonly string[];
}

/** Writes what the process took when it ends; its threads write before it, and are written over. */
const METER = `data:text/javascript,${encodeURIComponent(`
  import { writeFileSync } from 'node:fs';
  process.on('exit', () => {
    const { user, system } = process.cpuUsage();
    const memory = process.resourceUsage().maxRSS / 1024;
    writeFileSync(process.env.JIANBAO_USAGE, JSON.stringify({ cpu: (user + system) / 1e6, memory }));
  });
`)}`;

/** Runs every command line on each group of pages, one after another, so that the machine's mood falls on all alike. */
export async function measureCommandLines(
  commandLines: readonly CommandLine[],
  groups: readonly (readonly string[])[],
): Promise<ReadonlyMap<string, readonly Usage[]>> {
  const usages = new Map<string, Usage[]>(commandLines.map(({ name }) => [name, []]));
  for (const lines of groups) {
    for (const commandLine of commandLines) usages.get(commandLine.name)?.push(await usageOf(commandLine, lines));
  }
  return usages;
}

async function usageOf({ script, args }: CommandLine, lines: readonly string[]): Promise<Usage> {
  const folder = mkdtempSync(join(tmpdir(), 'jianbao-usage-'));
  const file = join(folder, 'usage.json');
  const start = performance.now();
  try {
    // Pages that take long are named on standard error.
    const child = spawn(process.execPath, ['--import', METER, script, 'ndjson', ...args], {
      stdio: ['pipe', 'ignore', 'inherit'],
      env: { ...process.env, JIANBAO_USAGE: file },
    });
    child.stdin.end(lines.map((line) => `${line}\n`).join(''));
    const [code] = await once(child, 'close');
    if (code !== 0) throw new Error(`${script} ended with code ${code}`);
    const { cpu, memory } = JSON.parse(readFileSync(file, 'utf8')) as Omit<Usage, 'wall'>;
    return { cpu, memory, wall: (performance.now() - start) / 1000 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The ratio of medians of one figure. */
export function ratioOf(over: readonly Usage[], under: readonly Usage[], key: keyof Usage): number {
  return median(over.map((usage) => usage[key])) / median(under.map((usage) => usage[key]));
}
