import { execFile, execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { listOf } from '../../src/core/post/template/value.ts';
import { variablesOf } from '../../src/core/post/template/variables.ts';
import { toPost } from '../../src/core/post/to-post.ts';
import { expectationOf } from './expectation.ts';
import { type Program, SITE_ZONE } from './programs.ts';
import type { Story } from './stories.ts';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
/** The check that builds the sites; it is not part of the project. */
const KIT = join(PROJECT, '../shared/downstream');
/** Where it is copied to, since its programs have to be installed; kept between runs. */
const COPY = join(PROJECT, 'node_modules/.cache/jianbao/downstream');

export const HAS_KIT = existsSync(join(KIT, 'check.mjs'));

/** Debian's packages of the programs that npm does not have. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  jekyll: ['jekyll', 'ruby-jekyll-feed', 'ruby-jekyll-sitemap', 'ruby-kramdown-parser-gfm'],
  hugo: ['hugo'],
  pandoc: ['pandoc'],
};

/** The smallest PNG, in place of every picture. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Makes a program ready: by apt where it is Debian's and we are root, by npm in the copy of the check. */
export function install(tool: string): void {
  if (!existsSync(COPY)) {
    cpSync(KIT, COPY, { recursive: true });
    execFileSync('chmod', ['-R', 'u+w', COPY]);
  }
  installPackages(COPY);
  const folder = join(COPY, 'tools', tool);
  if (existsSync(folder)) installPackages(folder);
  const packages = PACKAGES[tool];
  if (!packages || isInstalled(tool)) return;
  const apt = ['install', '-y', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=500', ...packages];
  execFileSync('apt-get', apt, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
}

/** Whether a program can be had here: it is installed, npm has it, or apt can be asked for it. */
export function isAvailable(tool: string): boolean {
  return !(tool in PACKAGES) || isInstalled(tool) || (process.getuid?.() === 0 && isInstalled('apt-get'));
}

/** Writes the stories in a program's preset, builds a site of them in each zone, and returns what was wrong, a check a line. */
export async function build({ tool, preset, zones, adapt }: Program, stories: readonly Story[]): Promise<string[]> {
  const posts = mkdtempSync(join(tmpdir(), `jianbao-${tool}-`));
  const lines: string[] = [];
  for (const story of stories) {
    const post = toPost(story.draft, preset);
    const file = join(posts, post.path);
    if (existsSync(file)) throw new Error(`two stories are named ${post.path}`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, post.text);
    for (const asset of post.assets) {
      mkdirSync(dirname(join(posts, asset.path)), { recursive: true });
      writeFileSync(join(posts, asset.path), PICTURE);
    }
    const authors = listOf(variablesOf(story.draft).authors);
    lines.push(JSON.stringify(adapt(expectationOf(story, post, preset), authors)));
  }
  const expect = join(posts, 'expect.ndjson');
  writeFileSync(expect, lines.join('\n'));
  return run(tool, zones, posts, expect);
}

async function run(tool: string, zones: readonly string[], posts: string, expect: string): Promise<string[]> {
  const json = join(posts, 'report.json');
  const args = ['check.mjs', '--posts', posts, '--expect', expect, '--tools', tool, '--tz', zones.join(',')];
  try {
    await promisify(execFile)('node', [...args, '--site-tz', SITE_ZONE, '--json', json], {
      cwd: COPY,
      maxBuffer: 1 << 26,
    });
  } catch (error) {
    // A failed check is exit code 1 with a report; anything else is a fault of the run itself.
    if (!existsSync(json)) throw error;
  }
  return faultsOf(JSON.parse(readFileSync(json, 'utf8')) as Report);
}

/** What `check.mjs --json` writes, as far as it is read here. */
interface Report {
  readonly tools: readonly {
    readonly tool: string;
    readonly tz: string;
    readonly missing?: boolean;
    readonly posts: Readonly<
      Record<string, { ok: boolean; checks: { check: string; status: string; detail: string }[] }>
    >;
    readonly site: readonly { check: string; ok: boolean; detail: string }[];
  }[];
}

function faultsOf(report: Report): string[] {
  return report.tools.flatMap(({ tool, tz, missing, posts, site }) => [
    ...(missing ? [`${tool} is not installed`] : []),
    ...site.filter(({ ok }) => !ok).map(({ check, detail }) => `${tool} ${tz}: ${check}: ${detail}`),
    ...Object.entries(posts).flatMap(([file, { ok, checks }]) =>
      checks
        .filter(({ status }) => !ok && status === 'fail')
        .map(({ check, detail }) => `${tool} ${tz} ${file}: ${check}: ${detail}`),
    ),
  ]);
}

function isInstalled(command: string): boolean {
  try {
    execFileSync('which', [command], { stdio: 'ignore' });
    return true;
  } catch {
    return false; // which says no by its exit code
  }
}

/** By the lock file; where this npm does not take it for this platform's, by the versions that package.json pins. */
function installPackages(folder: string): void {
  if (existsSync(join(folder, 'node_modules'))) return;
  const options = { cwd: folder, stdio: 'ignore' as const };
  try {
    execFileSync('npm', ['ci', '--no-audit', '--no-fund'], options);
  } catch {
    execFileSync('npm', ['install', '--no-package-lock', '--no-audit', '--no-fund'], options);
  }
}
