import { mkdir } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { PostToSave } from '../../app/save-post.ts';
import type { Article } from '../../core/model/article.ts';
import type { Preset } from '../../core/model/preset.ts';
import { postFiles } from '../../core/post/post-files.ts';
import { PRESET_NAMES, postOf, presetNamed, reportOf } from '../clip-report.ts';
import { type Command, UsageError } from '../command.ts';
import { clipPage } from '../dom.ts';
import { failureSentence } from '../failure-sentence.ts';
import { fetchPictures } from '../fetch-pictures.ts';
import { type GitAction, type GitCheckout, gitActionOf, openCheckout } from '../git/git-checkout.ts';
import { createJudgedFetch } from '../judged-fetch.ts';
import { DEFAULT_TIMEOUT_SECONDS, loadPage } from '../load.ts';
import { openPlace } from '../places/open-place.ts';
import { folderPlace, type Place } from '../places/place.ts';
import { showProgress } from '../progress.ts';
import { terminalText } from '../terminal-text.ts';
import { warningSentence } from '../warning-sentence.ts';
import { withoutPassword } from '../without-password.ts';

const HELP = `Usage: jianbao clip <url | file.html | -> … [options]

Clips pages and writes each as a post: one to standard output, or any number into a folder or to another place. There
the same story overwrites its own file; the file of another story is never touched.

Options:
  --out DIR      Write the posts below DIR
  --to PLACE     Write them to a place of jianbao.json, or to the address of a repository, a WebDAV folder or a bucket;
                 jianbao places --help says more
  --git HOW      commit: commit the posts in the git checkout that DIR is in; push: push them too
  --preset NAME  Form of the post (default: jekyll):
                 ${PRESET_NAMES}
  --images HOW   link: pictures stay where they are; download: they are kept beside the post (default: link)
  --url URL      The address that a file or standard input counts as (one page only)
  --timeout S    Give a server S seconds for a page (default: ${DEFAULT_TIMEOUT_SECONDS})
  --json         Print a JSON object a page in place of the post
  -h, --help     Show this help

A page that cannot be clipped is named on standard error with the reason; the others are still done and the exit
code is 1. A clip that may not be whole is named there as well.
`;

interface ClipOptions {
  readonly preset: Preset;
  readonly to?: string;
  readonly url?: string;
  readonly out?: string;
  readonly git?: GitAction;
  readonly json: boolean;
  readonly timeoutSeconds: number;
}

export const clip: Command = {
  name: 'clip',
  summary: 'Clip pages, by address or from files, as posts',
  help: HELP,
  async run(args) {
    const { inputs, options } = optionsOf(args);
    const checkout = await checkoutOf(options);
    const place = await placeOf(options);
    let failed = 0;
    const fail = (label: string, error: unknown): void => {
      failed++;
      complain(label, failureSentence(error));
      if (options.json) process.stdout.write(`${JSON.stringify({ input: label, error: failureSentence(error) })}\n`);
    };
    let clipped: Clipped[] = [];
    const flush = async (): Promise<void> => {
      const batch = clipped;
      clipped = [];
      for (const [n, path] of (await pathsOf(batch, place)).entries()) {
        const clip = batch[n];
        if (!clip) continue;
        if (path.status === 'rejected') fail(clip.label, path.reason);
        else process.stdout.write(await outputOf(clip, path.value, options, checkout));
      }
    };
    for (const [index, input] of inputs.entries()) {
      const label = withoutPassword(input);
      const progress = showProgress(index + 1, inputs.length, label);
      try {
        clipped.push(await clipOne(input, options));
        progress.clear();
      } catch (error) {
        progress.clear();
        fail(label, error);
      }
      if (clipped.length >= (place?.batchSize ?? 1) || bytesOf(clipped) > MOST_BYTES) await flush();
    }
    await flush();
    const problem = (await checkout?.commitNoted())?.problem;
    if (problem !== undefined) complain('git', problem);
    return failed === 0 && problem === undefined ? 0 : 1;
  },
};

/** Before any page is asked for: a folder in no checkout is a slip of the pen. */
async function checkoutOf({ out, git }: ClipOptions): Promise<GitCheckout | undefined> {
  if (out === undefined || git === undefined) return undefined;
  await mkdir(out, { recursive: true });
  return openCheckout(out, git);
}

async function placeOf({ out, to }: ClipOptions): Promise<Place | undefined> {
  if (to !== undefined) return openPlace(to);
  return out === undefined ? undefined : folderPlace(out);
}

/** A clipped page on its way to its place. */
interface Clipped extends PostToSave {
  readonly label: string;
  readonly article: Article;
}

/** When so many bytes of pictures wait to be saved, they are. */
const MOST_BYTES = 16 * 1024 * 1024;

function bytesOf(clipped: readonly Clipped[]): number {
  const pictures = clipped.flatMap((each) => [...(each.pictures?.values() ?? [])]);
  return pictures.reduce((sum, { bytes }) => sum + bytes.length, 0);
}

async function pathsOf(clipped: readonly Clipped[], place?: Place): Promise<PromiseSettledResult<string>[]> {
  if (clipped.length === 0) return [];
  if (place) return place.save(clipped);
  return clipped.map(({ post }) => ({ status: 'fulfilled', value: post.path }));
}

function optionsOf(args: readonly string[]): { inputs: readonly string[]; options: ClipOptions } {
  const { values, positionals: inputs } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      to: { type: 'string' },
      git: { type: 'string' },
      preset: { type: 'string' },
      images: { type: 'string' },
      url: { type: 'string' },
      json: { type: 'boolean', default: false },
      timeout: { type: 'string', default: String(DEFAULT_TIMEOUT_SECONDS) },
    },
  });
  const timeoutSeconds = Number(values.timeout);
  if (!(timeoutSeconds > 0)) throw new UsageError(`--timeout ${values.timeout} is not a number of seconds`);
  const { out, to, url, json } = values;
  const git = gitActionOf(values.git);
  if (inputs.length === 0) throw new UsageError('no page given');
  if (inputs.includes('')) throw new UsageError('the name of a page is empty');
  if (inputs.indexOf('-') !== inputs.lastIndexOf('-')) throw new UsageError('- is named twice, and can be read once');
  if (git !== undefined && out === undefined) throw new UsageError('--git needs --out DIR');
  if (out === '') throw new UsageError('--out names no folder');
  if (to === '') throw new UsageError('--to names no place');
  if (to !== undefined && out !== undefined) throw new UsageError('--out and --to are two places; name one');
  if (inputs.length > 1 && url !== undefined) throw new UsageError('--url is for one page');
  const isKept = out !== undefined || to !== undefined;
  if (inputs.length > 1 && !isKept && !json) throw new UsageError('several pages need --out DIR, --to PLACE or --json');
  if (url !== undefined && !URL.canParse(url)) throw new UsageError(`${withoutPassword(url)} is not an address`);
  const preset = withImages(presetNamed(values.preset), values.images, isKept);
  return {
    inputs,
    options: {
      preset,
      json,
      timeoutSeconds,
      ...(out === undefined ? {} : { out }),
      ...(to === undefined ? {} : { to }),
      ...(git === undefined ? {} : { git }),
      ...(url === undefined ? {} : { url }),
    },
  };
}

function withImages(preset: Preset, images: string | undefined, isKept: boolean): Preset {
  if (images !== undefined && images !== 'link' && images !== 'download') {
    throw new UsageError(`--images ${images} is neither link nor download`);
  }
  if (images === 'download' && !isKept) throw new UsageError('--images download needs --out DIR or --to PLACE');
  return { ...preset, images: { ...preset.images, download: images === 'download' } };
}

/** Clips one page, and says what of it is in doubt. */
async function clipOne(input: string, options: ClipOptions): Promise<Clipped> {
  const label = withoutPassword(input);
  const fetch = createJudgedFetch(options.url === undefined ? [input] : [input, options.url]);
  const page = await loadPage(input, { ...options, fetch });
  if (!/^https?:/.test(page.url)) complain(label, 'the page does not say where it is from; --url tells it.');
  const now = new Date();
  const article = published(await clipPage(page, now));
  for (const warning of article.warnings) {
    const sentence = warningSentence(warning);
    if (sentence !== undefined) complain(label, sentence);
  }
  const post = postOf(article, options.preset, now);
  const { pictures, failures } = await fetchPictures(post.assets, article.pageUrl, fetch);
  for (const failure of failures) complain(label, failure);
  return { label, article, post, url: article.url, pictures };
}

/** Returns what standard output gets of a saved post: its text, the place where it is, or the JSON. */
async function outputOf(
  { label, article, post, pictures = new Map() }: Clipped,
  path: string,
  { out, to, json }: ClipOptions,
  checkout?: GitCheckout,
): Promise<string> {
  await checkout?.note([...postFiles(post, pictures, path)].map((file) => file.path));
  if (json) {
    const { url: address, warnings } = article;
    return `${JSON.stringify({ input: label, url: address, path, ...reportOf(article, { ...post, path }), warnings, error: null })}\n`;
  }
  return out === undefined && to === undefined ? post.text : `${path}\n`;
}

/** A local address, or a missing one, is not part of a post. */
function published(article: Article): Article {
  return /^https?:/i.test(article.url) ? article : { ...article, url: '' };
}

function complain(label: string, sentence: string): void {
  process.stderr.write(`${terminalText(`jianbao: ${label}: ${sentence}`)}\n`);
}
