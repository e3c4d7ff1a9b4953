import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { printTable } from '../../print-table.ts';
import type { Budget } from '../budgets.ts';
import type { Reading } from './read-archive.ts';

/** Requests, and the bytes of their bodies. */
interface Traffic {
  readonly requests: number;
  readonly sent: number;
  readonly received: number;
}

/** What deliveries to one place took. */
export interface PlaceFigures {
  readonly place: string;
  readonly one: Traffic;
  readonly burst: Traffic;
  readonly clips: number;
  readonly seconds: number;
  /** Of the burst, at a git host. */
  readonly commits?: number;
}

/** How an archive at a git host was read: whole, and again after one more commit. */
export interface ArchiveFigures {
  readonly host: string;
  readonly first: Reading;
  readonly later: Reading;
}

/**
 * Delivers one clip and then many to a server of each kind on loopback, and reads an archive at each git host.
 *
 * @param clips of the burst.
 */
export function measurePlaces(clips: number): readonly Budget[] {
  const folder = mkdtempSync(join(tmpdir(), 'jianbao-places-bench-'));
  const [placesFile, archivesFile] = [join(folder, 'places.json'), join(folder, 'archives.json')];
  try {
    const config = 'bench/speed/places/vitest.config.ts';
    const env = { ...process.env, BENCH_CLIPS: String(clips), BENCH_FIGURES: placesFile, BENCH_ARCHIVES: archivesFile };
    const { status } = spawnSync('npx', ['vitest', 'run', '--config', config], { env, stdio: ['ignore', 2, 2] });
    if (status !== 0) throw new Error('the places could not be measured');
    const figures = JSON.parse(readFileSync(placesFile, 'utf8')) as PlaceFigures[];
    const archives = JSON.parse(readFileSync(archivesFile, 'utf8')) as ArchiveFigures[];
    printFigures(figures);
    printArchives(archives);
    return [...figures.flatMap(budgetsOf), ...archives.flatMap(archiveBudgetsOf)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function printFigures(figures: readonly PlaceFigures[]): void {
  const kilobytes = (bytes: number, clips: number): string => (bytes / clips / 1000).toFixed(1);
  printTable([
    ['', 'one clip: requests', 'kB sent', 'received', 'burst: clips', 'requests a clip', 'kB sent', 'commits', 's'],
    ...figures.map(({ place, one, burst, clips, commits, seconds }) => [
      place,
      String(one.requests),
      kilobytes(one.sent, 1),
      kilobytes(one.received, 1),
      String(clips),
      (burst.requests / clips).toFixed(2),
      kilobytes(burst.sent, clips),
      commits === undefined ? '' : String(commits),
      seconds.toFixed(1),
    ]),
  ]);
}

function budgetsOf({ place, one, commits, clips }: PlaceFigures): Budget[] {
  if (commits === undefined) return [];
  return [
    { what: `${place}: one clip`, value: one.requests, limit: 4, unit: 'requests' },
    { what: `${place}: ${clips} clips`, value: commits, limit: Math.ceil(clips / 20), unit: 'commits' },
  ];
}

function printArchives(archives: readonly ArchiveFigures[]): void {
  const cells = ({ read, requests, processorSeconds, megabytes }: Reading): string[] => [
    ...[String(read), String(requests), processorSeconds.toFixed(1), megabytes.toFixed(0)],
  ];
  const columns = (reading: string): string[] => [`${reading}: posts read`, 'requests', 'processor s', 'MB'];
  printTable([
    ['archive', ...columns('first'), ...columns('later')],
    ...archives.map(({ host, first, later }) => [host, ...cells(first), ...cells(later)]),
  ]);
}

function archiveBudgetsOf({ host, first }: ArchiveFigures): Budget[] {
  return [
    { what: `${host}: first reading, processor`, value: first.processorSeconds, limit: 60, unit: 's' },
    { what: `${host}: first reading, memory`, value: first.megabytes, limit: 300, unit: 'MB' },
  ];
}
