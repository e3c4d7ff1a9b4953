import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The hostile pages and their checker, which are no part of this project: beside it, or not at all. */
const SHARED = fileURLToPath(new URL('../../../shared/hostile', import.meta.url));

/** One hostile page, as far as serving it goes; what must hold of its clip is the checker's. */
export interface HostileCase {
  readonly id: string;
  readonly url: string;
  readonly file: string;
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Cases of one folder are saved one after another, so that their names must differ. */
  readonly folder?: string;
  readonly order?: number;
  /** Zones under which the case is run once more. */
  readonly tz?: readonly string[];
  readonly needs?: readonly string[];
  readonly generated?: boolean;
}

/** What the checker reads of a case. */
export interface HostileResult {
  readonly id: string;
  readonly title: string | null;
  readonly post: string | null;
  readonly fileName: string | null;
  readonly markdown: string | null;
  readonly html: string | null;
  readonly published: string | null;
  readonly error: string | null;
  readonly ms?: number;
}

/** A copy of the kit with its packages, kept between runs; undefined where there is no kit beside the project. */
export function openKit(): { folder: string; cases: readonly HostileCase[] } | undefined {
  if (!existsSync(SHARED)) return undefined;
  const folder = join(tmpdir(), 'jianbao-hostile');
  mkdirSync(folder, { recursive: true });
  cpSync(SHARED, folder, {
    recursive: true,
    mode: 0,
    dereference: true,
    filter: (path) => !path.includes('node_modules'),
  });
  execFileSync('chmod', ['-R', 'u+w', folder]);
  if (!existsSync(join(folder, 'node_modules'))) {
    execFileSync('npm', ['install', '--no-package-lock', '--ignore-scripts', '--omit=dev', '--silent'], {
      cwd: folder,
    });
  }
  const shown = join(folder, 'shown');
  const cases = readdirSync(shown)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(join(shown, name), 'utf8')) as HostileCase)
    .sort((a, b) => (a.folder ?? '').localeCompare(b.folder ?? '') || (a.order ?? 0) - (b.order ?? 0));
  return { folder, cases };
}

/** The page's bytes; makes the page first where it is too big to be kept. */
export function bytesOf(kit: string, page: HostileCase): Buffer {
  const path = join(kit, 'shown', page.file);
  if (page.generated && !existsSync(path)) execFileSync(process.execPath, ['shown/gen-big.mjs'], { cwd: kit });
  return readFileSync(path);
}
