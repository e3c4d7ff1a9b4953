import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { startNewsServer } from '../cli/news-server.ts';
import { bytesOf, type HostileCase, type HostileResult } from './kit.ts';

const CLI = new URL('../../dist/cli.js', import.meta.url).pathname;

/** Clips the cases by the built command line, in a process whose clock is in `zone`. */
export async function clipByCli(
  kit: string,
  cases: readonly HostileCase[],
  zone: string,
  preset: string,
): Promise<HostileResult[]> {
  const pages = cases.filter(({ needs }) => !needs?.includes('browser'));
  const alone = pages.filter(({ folder }) => folder === undefined);
  const together = pages.filter(({ folder }) => folder !== undefined);
  return [...(await clipAsLines(kit, alone, zone, preset)), ...(await clipIntoFolders(kit, together, zone, preset))];
}

async function clipAsLines(
  kit: string,
  pages: readonly HostileCase[],
  zone: string,
  preset: string,
): Promise<HostileResult[]> {
  const child = spawn(process.execPath, [CLI, 'ndjson', '--preset', preset], {
    env: { ...process.env, TZ: zone },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const results: HostileResult[] = [];
  for (const page of pages) {
    const { id, url, contentType = 'text/html' } = page;
    child.stdin.write(`${JSON.stringify({ id, url, base64: bytesOf(kit, page).toString('base64'), contentType })}\n`);
    const { value, done } = await answers.next();
    if (done) throw new Error(`jianbao ndjson ended at ${id}`);
    results.push(JSON.parse(value) as HostileResult);
  }
  child.stdin.end();
  return results;
}

/** Cases that share a folder, each fetched from a server and saved by `jianbao clip --out`. */
async function clipIntoFolders(
  kit: string,
  pages: readonly HostileCase[],
  zone: string,
  preset: string,
): Promise<HostileResult[]> {
  const server = await startNewsServer(
    Object.fromEntries(
      pages.map((page) => [`/${page.id}`, { body: bytesOf(kit, page), headers: { ...page.headers } }]),
    ),
  );
  const root = mkdtempSync(join(tmpdir(), 'jianbao-hostile-folders-'));
  try {
    const results: HostileResult[] = [];
    for (const { id, url, folder = '' } of pages) {
      const args = [
        'clip',
        '--json',
        '--preset',
        preset,
        '--url',
        url,
        '--out',
        join(root, folder),
        `${server.origin}/${id}`,
      ];
      const child = spawn(process.execPath, [CLI, ...args], {
        env: { ...process.env, TZ: zone },
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      const report = JSON.parse(await text(child.stdout)) as HostileResult & { readonly path?: string };
      results.push({ ...report, id, fileName: report.path ? basename(report.path) : null });
    }
    return results;
  } finally {
    await server.close();
    rmSync(root, { recursive: true });
  }
}
