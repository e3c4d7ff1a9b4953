/**
 * Clips the hostile pages by the built command line and by the built extension in Chromium, under several time zones,
 * and has the kit's own checker judge the posts. `npm run test:hostile -- [--by cli|extension] [--zone Z] [--only A,H03] [--preset P]`
 *
 * The posts are written for Obsidian: the checker looks for the story's address under `source`, as its notes have it, and
 * counts the headings of the story without the headline that a Jekyll post begins with.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { clipByCli } from './clip-by-cli.ts';
import { clipByExtension } from './clip-by-extension.ts';
import { type HostileCase, openKit } from './kit.ts';

const ZONES = ['UTC', 'Asia/Shanghai', 'Pacific/Pago_Pago'];
const WAYS = { cli: clipByCli, extension: clipByExtension };
type Way = keyof typeof WAYS;

const { values } = parseArgs({
  options: {
    by: { type: 'string' },
    zone: { type: 'string' },
    only: { type: 'string', default: '' },
    preset: { type: 'string', default: 'obsidian' },
  },
});
const kit = openKit();
if (kit) await main(kit.folder, kit.cases);
else console.log('Hostile pages: skipped, there is no ../shared/hostile beside the project.');

async function main(folder: string, all: readonly HostileCase[]): Promise<void> {
  const only = values.only.split(',');
  const cases = all.filter(({ id }) => only.some((start) => id.startsWith(start)));
  const extraZones = new Set(cases.flatMap(({ tz = [] }) => tz).filter((zone) => !ZONES.includes(zone)));
  const failed: string[] = [];
  for (const way of (values.by ? [values.by] : Object.keys(WAYS)) as Way[]) {
    for (const zone of values.zone ? [values.zone] : [...ZONES, ...extraZones]) {
      const chosen = cases.filter((page) => belongs(page, zone));
      if (chosen.length > 0 && !(await run(folder, chosen, way, zone))) failed.push(`${way} in ${zone}`);
    }
  }
  console.log(failed.length === 0 ? '\nAll hostile pages hold.' : `\nFailed: ${failed.join(', ')}`);
  process.exitCode = failed.length === 0 ? 0 : 1;
}

/** The page of 50 MB is clipped once: it takes a minute, and its date is not what it is about. */
function belongs(page: HostileCase, zone: string): boolean {
  if (!ZONES.includes(zone)) return page.tz?.includes(zone) ?? false;
  return !page.generated || zone === 'UTC';
}

async function run(folder: string, cases: readonly HostileCase[], way: Way, zone: string): Promise<boolean> {
  // Node reads TZ anew when it is set; children inherit it.
  process.env['TZ'] = zone;
  const results = await WAYS[way](folder, cases, zone, values.preset);
  const skipped = cases
    .filter(({ id }) => !results.some((result) => result.id === id))
    .map(({ id }) => ({ id, skipped: true }));
  const file = join(folder, `results-${way}-${zone.replace('/', '-')}.ndjson`);
  writeFileSync(file, [...results, ...skipped].map((result) => `${JSON.stringify(result)}\n`).join(''));
  console.log(`\n== ${way}, TZ=${zone} (${file})`);
  const ids = cases.map(({ id }) => id).join(',');
  return (
    spawnSync(process.execPath, ['check.mjs', file, '--dir', 'shown', '--only', ids], { cwd: folder, stdio: 'inherit' })
      .status === 0
  );
}
