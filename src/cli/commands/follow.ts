import { parseArgs } from 'node:util';
import type { ReadPage } from '../../core/pages/read-pages.ts';
import type { SiteFile } from '../../core/sites/read-site-file.ts';
import { installJekyllPlugin, PLUGIN_PATH } from '../check/install-jekyll-plugin.ts';
import { clipFurtherPages } from '../clip/clip-further-pages.ts';
import { PRESET_NAMES, presetNamed } from '../clip-report.ts';
import { type Command, UsageError } from '../command.ts';
import { counted } from '../counted.ts';
import { joinStoryPages, type Page, readStoryPage } from '../dom.ts';
import { failureSentence } from '../failure-sentence.ts';
import type { ClipDeps } from '../follow/clip-story.ts';
import { AnotherRunError, followArchive, STATE_PATH } from '../follow/follow-archive.ts';
import { exitCodeOf, type FeedReport, type FollowReport, TRY_AGAIN } from '../follow/follow-report.ts';
import { loadSubscriptions } from '../follow/load-subscriptions.ts';
import { sinceOf } from '../follow/since.ts';
import { type GitAction, gitActionOf, openCheckout } from '../git/git-checkout.ts';
import { jobsOf } from '../jobs-of.ts';
import type { JudgedFetch } from '../judged-fetch.ts';
import { DEFAULT_TIMEOUT_SECONDS } from '../load.ts';
import { makeFolder } from '../make-folder.ts';
import { createPoliteFetch, DEFAULT_PAUSE_SECONDS } from '../network/polite-fetch.ts';
import { openPlace } from '../places/open-place.ts';
import { folderPlace } from '../places/place.ts';
import { readPlacesFile } from '../places/places-file.ts';
import { sayDoubledFolder } from '../places/say-doubled-folder.ts';
import { type ClipPool, openClipPool } from '../pool/clip-pool.ts';
import { showProgress } from '../progress.ts';
import { siteFileOf } from '../site-file.ts';
import { terminalText } from '../terminal-text.ts';
import { withoutPassword } from '../without-password.ts';

const HELP = `Usage: jianbao follow <subs.json | feeds.opml | feeds.txt | feed address> … --out DIR | --to PLACE [options]

Reads feeds (RSS, RDF, Atom, JSON Feed) and clips each new story once, from its page; where the page cannot be had, from
the feed. Stories that the archive has are known by the addresses in its posts. Prints the path of each new post.

Options:
  --out DIR      Write the posts below DIR
  --to PLACE     Write them to a place of jianbao.json, or to an address; jianbao places --help says more
  --git HOW      commit: commit the posts in the git checkout that DIR is in; push: push them too
  --since WHEN   Pass over stories before a day (2026-01-31) or a span (12h, 7d)
  --max N        Clip at most N new stories of a feed; the others wait for the next run
  --dry-run      Print the addresses of new stories, and change nothing
  --rules FILE   Your own rules, formats and tags for sites, as the settings of the extension export them
  --preset NAME  Form of posts whose subscription names none (default: jekyll):
                 ${PRESET_NAMES}
  --pages        Read the further pages of a story that has several, one after another, and join them into one post
  --images HOW   link: pictures stay where they are; download: they are kept beside the post (default: link)
  --state FILE   Remember what was read in FILE (default: ${STATE_PATH} in DIR)
  --jobs N       Clip N pages at a time, each in a thread of its own (default: 1, in this process)
  --install-plugin  Put a plugin beside the posts first that lets Jekyll build many (docs/large-archives.md)
  --pause S      Leave a host alone for S seconds between two requests (default: ${DEFAULT_PAUSE_SECONDS})
  --timeout S    Give a server S seconds for a feed or a page (default: ${DEFAULT_TIMEOUT_SECONDS})
  --json         Print a JSON report of the run in place of the paths
  -h, --help     Show this help

Exit code: 0 all done, also where a feed failed in passing; 1 a person should look: a new feed that is none or is not
there, one that has failed for a week, an entry of a list that names no feed, a post that could not be written, a commit
that was refused; 2 wrong use; 75 nothing could be done now: no feed could be reached, or another run is at work on the
archive.
docs/robot.md says more.
`;

interface Options {
  readonly inputs: readonly string[];
  readonly out?: string | undefined;
  readonly to?: string | undefined;
  readonly git?: GitAction | undefined;
  readonly since?: number | undefined;
  readonly max?: number | undefined;
  readonly preset?: string | undefined;
  readonly state?: string | undefined;
  readonly sites: SiteFile;
  readonly jobs: number;
  /** Reads the further pages of a story too. */
  readonly pages: boolean;
  readonly installsPlugin: boolean;
  readonly downloadsImages: boolean;
  readonly isDryRun: boolean;
  readonly json: boolean;
  readonly pauseSeconds: number;
  readonly timeoutSeconds: number;
}

export const follow: Command = {
  help: HELP,
  async run(args) {
    const now = new Date();
    const options = await optionsOf(args, now);
    const { subscriptions, isPartial } = await loadSubscriptions(options.inputs, (sentence) => complain('', sentence));
    const folder = options.out ?? (await folderNamed(options.to));
    const place = options.to === undefined ? folderPlace(options.out ?? '') : await openPlace(options.to);
    const presets = new Set(subscriptions.map(({ preset }) => presetNamed(preset)));
    for (const preset of presets) sayDoubledFolder(place, preset);
    if (folder !== undefined && !options.isDryRun) await makeFolder(folder);
    const output = outputOf(subscriptions.length, options);
    const pool = options.jobs > 1 ? openClipPool(options.jobs) : undefined;
    try {
      const checkout =
        options.git && options.out && !options.isDryRun ? await openCheckout(options.out, options.git) : undefined;
      if (options.installsPlugin && options.out && !options.isDryRun) {
        // Noted first: a run that is killed in between leaves no file that is never committed.
        await checkout?.note([PLUGIN_PATH]);
        await installJekyllPlugin(options.out);
      }
      const typed = subscriptions.map(({ url }) => url);
      const fetch = createPoliteFetch(typed, options);
      const report = await followArchive({
        ...options,
        subscriptions,
        place,
        folder,
        statePath: options.state,
        fetch,
        clip: clipperOf(options, fetch, pool),
        siteDefaults: options.sites.defaults,
        checkout,
        now,
        ...output,
      });
      output.end(report);
      return isPartial ? 1 : exitCodeOf(report);
    } catch (error) {
      if (!(error instanceof AnotherRunError)) throw error;
      complain('', failureSentence(error));
      return TRY_AGAIN;
    } finally {
      await pool?.close();
    }
  },
};

/** What clips a page: in this process, where no threads are asked for, which starts faster. */
function clipperOf(options: Options, fetch: JudgedFetch, pool: ClipPool | undefined): ClipDeps['clip'] {
  const { rules } = options.sites;
  const clip = (page: Page, now: Date): Promise<ReadPage> =>
    pool ? pool.clip(page, now, true, rules) : readStoryPage(page, now, true, rules);
  const means = { ...options, fetch, clip, join: pool?.join ?? joinStoryPages };
  return async (page, now) => clipFurtherPages(await clip(page, now), means, now);
}

/** The folder of a place of `jianbao.json` that is one: what it holds can be looked at. */
async function folderNamed(place: string | undefined): Promise<string | undefined> {
  return place === undefined ? undefined : (await readPlacesFile()).places.get(place)?.folder;
}

function outputOf(count: number, { json, isDryRun }: Options) {
  let progress = showProgress(0, count, '');
  progress.clear();
  const label = (report: FeedReport): string => report.site ?? withoutPassword(report.feed);
  return {
    onProgress(done: number, text: string): void {
      progress.clear();
      progress = showProgress(Math.min(done + 1, count), count, text);
    },
    onFeed(report: FeedReport): void {
      progress.clear();
      if (!json) {
        const lines = report.saved.map(({ path, url }) => `${isDryRun ? url : (path ?? '')}\n`);
        process.stdout.write(lines.join(''));
      }
      sayWhatFailed(report, label(report));
    },
    complain,
    end(report: FollowReport): void {
      progress.clear();
      if (json) process.stdout.write(`${JSON.stringify(report)}\n`);
      if (report.git?.problem !== undefined) complain('git', report.git.problem);
      if (process.stderr.isTTY) process.stderr.write(`${summaryOf(report)}\n`);
    },
  };
}

/** A scheduler mails what is written here: what passes by itself is said on a terminal only. */
function sayWhatFailed(report: FeedReport, label: string): void {
  const { state, needsAttention, isFirstTry } = report;
  if (state === 'failed' && (needsAttention || isFirstTry || process.stderr.isTTY)) {
    complain(label, `${report.reason ?? ''} It has failed since ${report.failingSince?.slice(0, 16) ?? 'now'}.`);
  }
  for (const { url, reason } of [...report.unsaved, ...report.refused]) complain(url, reason ?? '');
  if (process.stderr.isTTY) for (const { url, reason } of report.waiting) complain(url, `${reason} It is tried again.`);
}

function summaryOf({ feeds, dryRun }: FollowReport): string {
  const sum = (count: (feed: FeedReport) => number): number => feeds.reduce((total, feed) => total + count(feed), 0);
  const saved = sum((feed) => feed.saved.length);
  const failing = feeds.filter(({ state }) => state === 'failed').length;
  const parts = [
    counted(feeds.length, 'feed'),
    dryRun ? counted(saved, 'story to clip', 'stories to clip') : counted(saved, 'new post'),
    counted(
      sum(({ waiting, left }) => waiting.length + left),
      'waits',
      'wait',
    ),
    ...(failing > 0 ? [`${counted(failing, 'feed')} failed`] : []),
  ];
  return `jianbao: ${parts.join(', ')}.`;
}

async function optionsOf(args: readonly string[], now: Date): Promise<Options> {
  const { values, positionals: inputs } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      to: { type: 'string' },
      git: { type: 'string' },
      since: { type: 'string' },
      max: { type: 'string' },
      preset: { type: 'string' },
      rules: { type: 'string' },
      jobs: { type: 'string' },
      pages: { type: 'boolean', default: false },
      'install-plugin': { type: 'boolean', default: false },
      images: { type: 'string', default: 'link' },
      state: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      pause: { type: 'string', default: String(DEFAULT_PAUSE_SECONDS) },
      timeout: { type: 'string', default: String(DEFAULT_TIMEOUT_SECONDS) },
    },
  });
  const { out, to, images, preset, state, json } = values;
  const git = gitActionOf(values.git);
  if (inputs.length === 0) throw new UsageError('no feed given');
  if (inputs.includes('')) throw new UsageError('the name of a list is empty');
  if ((out ?? '') === '' && (to ?? '') === '') throw new UsageError('--out DIR or --to PLACE is needed');
  if (out !== undefined && to !== undefined) throw new UsageError('--out and --to are two places; name one');
  if (git !== undefined && out === undefined) throw new UsageError('--git needs --out DIR');
  if (values['install-plugin'] && out === undefined) throw new UsageError('--install-plugin needs --out DIR');
  if (images !== 'link' && images !== 'download')
    throw new UsageError(`--images ${images} is neither link nor download`);
  presetNamed(preset);
  return {
    inputs,
    out,
    to,
    git,
    preset,
    state,
    json,
    sites: await siteFileOf(values.rules),
    jobs: jobsOf(values.jobs, 1),
    pages: values.pages,
    installsPlugin: values['install-plugin'],
    downloadsImages: images === 'download',
    isDryRun: values['dry-run'],
    since: sinceOf(values.since, now),
    max: values.max === undefined ? undefined : numberOf('--max', values.max, 1),
    pauseSeconds: numberOf('--pause', values.pause, 0),
    timeoutSeconds: numberOf('--timeout', values.timeout, 0.001),
  };
}

function numberOf(name: string, value: string, least: number): number {
  const number = Number(value);
  if (value.trim() !== '' && number >= least && number < 1e6) return number;
  throw new UsageError(`${name} ${value} is not a number of ${name === '--max' ? 'stories' : 'seconds'}`);
}

function complain(label: string, sentence: string): void {
  process.stderr.write(`${terminalText(`jianbao: ${label === '' ? '' : `${label}: `}${sentence}`)}\n`);
}
