import { parseArgs } from 'node:util';
import type { Preset } from '../../core/model/preset.ts';
import type { SiteFile } from '../../core/sites/read-site-file.ts';
import { presetOf } from '../clip-report.ts';
import { UsageError } from '../command.ts';
import { counted } from '../counted.ts';
import { type GitAction, gitActionOf } from '../git/git-checkout.ts';
import { jobsOf } from '../jobs-of.ts';
import { DEFAULT_TIMEOUT_SECONDS } from '../load.ts';
import { DEFAULT_PAUSE_SECONDS } from '../network/polite-fetch.ts';
import { DEFAULT_JOBS } from '../pool/clip-pool.ts';
import { siteFileOf } from '../site-file.ts';
import { withoutPassword } from '../without-password.ts';

/** What `jianbao clip` is asked for. */
export interface ClipOptions {
  readonly inputs: readonly string[];
  readonly lists: readonly string[];
  /** The addresses that the inputs count as, in order; none, or one for each. */
  readonly urls: readonly string[];
  readonly preset: Preset;
  /** Whether the command line names the preset; else that of the page's site counts. */
  readonly isPresetNamed: boolean;
  /** The user's own rules and defaults for sites. */
  readonly sites: SiteFile;
  readonly to?: string;
  /** Replaces a story's file that has another text: at `to`, or below `out` under another name. */
  readonly update: boolean;
  readonly out?: string;
  readonly git?: GitAction;
  readonly json: boolean;
  /** Reads the further pages of a story too. */
  readonly pages: boolean;
  readonly timeoutSeconds: number;
  readonly jobs: number;
  readonly pauseSeconds: number;
  readonly retries: number;
  readonly journal?: string;
}

/** How often a request is sent again, where the command line does not say. */
export const DEFAULT_RETRIES = 2;

/** Reads the arguments of `jianbao clip`. @throws {UsageError} */
export async function clipOptionsOf(args: readonly string[]): Promise<ClipOptions> {
  const { values, positionals } = parse(args);
  const { out, to, json, from: lists = [], url: stated = [], resume: journal } = values;
  const git = gitActionOf(values.git);
  // `--url` without a page names the page itself.
  const isAlone = positionals.length === 0 && lists.length === 0;
  const inputs = isAlone ? stated : positionals;
  const urls = isAlone ? [] : stated;
  refuseUnlessSound({ inputs, lists, urls, out, to, git });
  const isKept = out !== undefined || to !== undefined;
  if (values.update && !isKept) throw new UsageError('--update needs --out DIR or --to PLACE');
  if (journal === '') throw new UsageError('--resume names no file');
  if (journal !== undefined && !isKept) throw new UsageError('--resume needs --out DIR or --to PLACE');
  const preset = withImages(await presetOf(values.preset), values.images, isKept);
  const pause = lists.length > 0 ? DEFAULT_PAUSE_SECONDS : 0;
  return {
    inputs,
    lists,
    urls,
    preset,
    isPresetNamed: values.preset !== undefined,
    sites: await siteFileOf(values.rules),
    json,
    pages: values.pages,
    update: values.update,
    timeoutSeconds: numberOf('--timeout', values.timeout, DEFAULT_TIMEOUT_SECONDS, 0.001),
    pauseSeconds: numberOf('--pause', values.pause, pause, 0),
    retries: numberOf('--retry', values.retry, lists.length > 0 ? DEFAULT_RETRIES : 0, 0),
    jobs: jobsOf(values.jobs, DEFAULT_JOBS),
    ...(out === undefined ? {} : { out }),
    ...(to === undefined ? {} : { to }),
    ...(git === undefined ? {} : { git }),
    ...(journal === undefined ? {} : { journal }),
  };
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      from: { type: 'string', multiple: true },
      out: { type: 'string' },
      to: { type: 'string' },
      git: { type: 'string' },
      preset: { type: 'string' },
      rules: { type: 'string' },
      images: { type: 'string' },
      url: { type: 'string', multiple: true },
      jobs: { type: 'string' },
      pause: { type: 'string' },
      retry: { type: 'string' },
      resume: { type: 'string' },
      json: { type: 'boolean', default: false },
      pages: { type: 'boolean', default: false },
      update: { type: 'boolean', default: false },
      timeout: { type: 'string' },
    },
  });
}

interface Asked {
  readonly inputs: readonly string[];
  readonly lists: readonly string[];
  readonly urls: readonly string[];
  readonly out: string | undefined;
  readonly to: string | undefined;
  readonly git: GitAction | undefined;
}

function refuseUnlessSound({ inputs, lists, urls, out, to, git }: Asked): void {
  const named = [...inputs, ...lists];
  if (named.length === 0) throw new UsageError('no page given');
  if (named.includes('')) throw new UsageError('the name of a page is empty');
  if (named.indexOf('-') !== named.lastIndexOf('-')) throw new UsageError('- is named twice, and can be read once');
  if (git !== undefined && out === undefined) throw new UsageError('--git needs --out DIR');
  if (out === '') throw new UsageError('--out names no folder');
  if (to === '') throw new UsageError('--to names no place');
  if (to !== undefined && out !== undefined) throw new UsageError('--out and --to are two places; name one');
  for (const url of urls) if (!URL.canParse(url)) throw new UsageError(`${withoutPassword(url)} is not an address`);
  if (urls.length > 0 && (lists.length > 0 || urls.length !== inputs.length)) {
    throw new UsageError(
      `--url is given ${counted(urls.length, 'time')} for ${counted(inputs.length, 'page')}; it belongs to one page each`,
    );
  }
}

function numberOf(option: string, value: string | undefined, otherwise: number, least: number): number {
  const number = Number(value ?? otherwise);
  if (number >= least && number < 1e6 && value !== '') return number;
  throw new UsageError(`${option} ${value} is not a number${option === '--retry' ? '' : ' of seconds'}`);
}

function withImages(preset: Preset, images: string | undefined, isKept: boolean): Preset {
  if (images !== undefined && images !== 'link' && images !== 'download') {
    throw new UsageError(`--images ${images} is neither link nor download`);
  }
  if (images === 'download' && !isKept) throw new UsageError('--images download needs --out DIR or --to PLACE');
  return { ...preset, images: { ...preset.images, download: images === 'download' } };
}
