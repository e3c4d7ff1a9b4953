import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { freshDraft } from '../../app/fresh-draft.ts';
import type { Draft } from '../../core/model/draft.ts';
import { toFailure } from '../../core/model/failure.ts';
import type { Preset } from '../../core/model/preset.ts';
import type { SiteDefaults } from '../../core/model/site-defaults.ts';
import { postFiles } from '../../core/post/post-files.ts';
import { PRESETS } from '../../core/post/presets/presets.ts';
import { toPost } from '../../core/post/to-post.ts';
import { siteDefaultsFor, tagsWithDefaults } from '../../core/sites/site-defaults-for.ts';
import { mapParallel } from '../../delivery/map-parallel.ts';
import type { Subscription } from '../../feeds/subscription.ts';
import { presetNamed } from '../clip-report.ts';
import { CliError } from '../failure-sentence.ts';
import { fetchPictures } from '../fetch-pictures.ts';
import { withFileLock } from '../file-lock.ts';
import type { GitCheckout } from '../git/git-checkout.ts';
import { makeFolder } from '../make-folder.ts';
import type { Place } from '../places/place.ts';
import { ADDRESS_LIST, openAddressList } from './address-list.ts';
import { archiveAddresses } from './archive-addresses.ts';
import type { ClipDeps, ClippedStory, Story } from './clip-story.ts';
import { type FollowDeps, followFeed } from './follow-feed.ts';
import type { FeedReport, FollowReport } from './follow-report.ts';
import { FollowState } from './follow-state.ts';
import { KnownStories } from './known-stories.ts';
import { markAsFromFeed } from './mark-as-from-feed.ts';
import { PostBatch, type Settle } from './post-batch.ts';

/** Hosts whose feeds are read at a time; the feeds of one host would wait for each other. */
const HOSTS_AT_A_TIME = 6;
/** How long another run on the same archive is waited for, in milliseconds; at first in silence. */
const PATIENCE = 10 * 60_000;
const SILENCE = 2_000;
/** Below the archive, or below the working folder for a place on a server. Generators pass hidden folders over. */
export const STATE_PATH = '.jianbao/follow.json';

/** Another run is at work on this archive, and did not end in time. */
export class AnotherRunError extends CliError {}

export interface FollowRequest extends ClipDeps {
  readonly subscriptions: readonly Subscription[];
  readonly place: Place;
  /** The folder that the posts are in, where it is on this disk. */
  readonly folder?: string | undefined;
  /** The state file, where it is not at `STATE_PATH`. */
  readonly statePath?: string | undefined;
  /** Name of the preset of subscriptions that name none. */
  readonly preset?: string | undefined;
  readonly downloadsImages: boolean;
  /** The user's own formats and tags for sites. */
  readonly siteDefaults: readonly SiteDefaults[];
  readonly since?: number | undefined;
  readonly max?: number | undefined;
  readonly isDryRun: boolean;
  readonly checkout?: GitCheckout | undefined;
  readonly onFeed: (report: FeedReport, done: number) => void;
  readonly onProgress: (done: number, label: string) => void;
  /** Gets a sentence about a post that was saved. */
  readonly complain: (label: string, sentence: string) => void;
}

/**
 * Reads feeds and clips their new stories into an archive, each exactly once: one run at a time works on it, what its
 * posts say they are from is read before the first story, and each post is whole before it is remembered. A run that is killed at any
 * moment is gone on with by the next.
 *
 * @throws {AnotherRunError}
 */
export async function followArchive(request: FollowRequest): Promise<FollowReport> {
  if (request.isDryRun) return follow(request, async () => {});
  const { folder = '.' } = request;
  await makeFolder(join(folder, '.jianbao'));
  const lock = join(await realpath(folder), STATE_PATH);
  for (const patience of [SILENCE, PATIENCE]) {
    let isStarted = false;
    try {
      const run = (refuseLost: () => Promise<void>) => {
        isStarted = true;
        return follow(request, refuseLost);
      };
      return await withFileLock(lock, run, patience);
    } catch (error) {
      if (isStarted || toFailure(error).code !== 'file-changed') throw error;
      request.onProgress(0, `waiting for another run on ${folder}`);
    }
  }
  throw new AnotherRunError(`Another run is at work on ${folder}; this one has done nothing. Try again later.`);
}

async function follow(request: FollowRequest, refuseLost: () => Promise<void>): Promise<FollowReport> {
  const { subscriptions, folder, statePath = join(folder ?? '.', STATE_PATH), isDryRun, checkout } = request;
  const state = await FollowState.read(statePath);
  const list = folder === undefined ? undefined : await openAddressList(join(folder, ADDRESS_LIST));
  const readArchive = async () => (folder === undefined ? new Set<string>() : archiveAddresses(folder));
  const known = new KnownStories(readArchive, list);
  const { place } = request;
  const batch = new PostBatch({ place, beforeSaving: refuseLost, afterSaving: () => state.write() });
  let done = 0;
  const deps: FollowDeps = {
    ...request,
    state,
    known,
    save: (clipped, story, settle) => save(clipped, story, settle, batch, request),
    progress: (label) => request.onProgress(done, label),
  };
  const reports = new Map<Subscription, FeedReport>();
  /** Reports of feeds whose posts wait to be saved with those of other feeds. */
  const unfinished: (() => void)[] = [];
  const followOne = async (subscription: Subscription): Promise<void> => {
    request.onProgress(done, subscription.site ?? subscription.url);
    const reportOf = await followFeed(subscription, deps);
    done++;
    const finish = (): void => {
      const report = reportOf();
      reports.set(subscription, report);
      request.onFeed(report, done);
    };
    if (place.batchSize > 1) unfinished.push(finish);
    else finish();
  };
  await mapParallel(byHost(subscriptions), HOSTS_AT_A_TIME, async (group) => {
    for (const subscription of group) await followOne(subscription);
  });
  await batch.flush();
  for (const finish of unfinished) finish();
  const feeds = subscriptions.flatMap((subscription) => reports.get(subscription) ?? []);
  if (isDryRun) return { dryRun: true, feeds };
  await state.write();
  if (!checkout) return { dryRun: false, feeds };
  await checkout.note([
    ...(request.statePath === undefined ? [STATE_PATH] : []),
    ...(list === undefined ? [] : [ADDRESS_LIST]),
  ]);
  return { dryRun: false, feeds, git: await checkout.commitNoted() };
}

function byHost(subscriptions: readonly Subscription[]): Subscription[][] {
  const groups = new Map<string, Subscription[]>();
  for (const subscription of subscriptions) {
    const { host } = new URL(subscription.url);
    groups.set(host, [...(groups.get(host) ?? []), subscription]);
  }
  return [...groups.values()];
}

/** Has the post of a story written. Its files are noted for git before that: a run that is killed forgets none. */
async function save(
  clipped: ClippedStory,
  story: Story,
  settle: Settle,
  batch: PostBatch,
  request: FollowRequest,
): Promise<void> {
  const { checkout, fetch, complain } = request;
  const { draft, preset } = formOf(clipped, story, request);
  const post = toPost(draft, preset);
  const { url, pageUrl } = clipped.article;
  const { pictures, failures } = await fetchPictures(post.assets, pageUrl, fetch);
  for (const problem of [...(clipped.problems ?? []), ...failures]) complain(url, problem);
  const note = (path: string) => checkout?.note([...postFiles(post, pictures, path)].map((file) => file.path));
  await note(post.path);
  await batch.add({ post, url, pictures }, async (saved) => {
    if (saved.status === 'fulfilled' && saved.value !== post.path) await note(saved.value);
    await settle(saved);
  });
}

function formOf(
  { article, from }: ClippedStory,
  { subscription }: Story,
  { preset: usual, siteDefaults, downloadsImages, now }: FollowRequest,
): { draft: Draft; preset: Preset } {
  const site = siteDefaultsFor(article.pageUrl, siteDefaults);
  const named = presetNamed(subscription.preset ?? usual ?? builtIn(site.preset));
  const preset = { ...named, images: { ...named.images, download: downloadsImages } };
  const fresh = freshDraft(article, now.getTime());
  const draft = { ...fresh, tags: tagsWithDefaults([...fresh.tags, ...subscription.tags], site) };
  return from === 'feed' ? markAsFromFeed(draft, preset, subscription.url) : { draft, preset };
}

/** A format of the user's own, which a site may have, is in the browser only. */
function builtIn(preset: string | undefined): string | undefined {
  return PRESETS.some(({ id }) => id === preset) ? preset : undefined;
}
