import { type BegunClip, clipsLeft, forgetBegun, noteBegun } from '../app/begun-clips.ts';
import { clipPagesInTab } from '../app/clip-pages-in-tab.ts';
import { clipTabWhole } from '../app/clip-tab-whole.ts';
import { assembleSave, type SaveOrder, saveClip } from '../app/save-clip.ts';
import { saveTargets } from '../app/save-targets.ts';
import { seePagesInTab } from '../app/see-pages-in-tab.ts';
import type { Article } from '../core/model/article.ts';
import { ClipError, toFailure } from '../core/model/failure.ts';
import { DEFAULT_PRESET } from '../core/post/presets/presets.ts';
import { siteDefaultsFor } from '../core/sites/site-defaults-for.ts';
import type { SaveRequest } from '../library/commands/save-clip.ts';
import type { Delivery } from '../library/model/delivery.ts';
import { deliveriesOf } from '../library/queries/deliveries.ts';
import { loadPinyin } from '../platform/load-pinyin.ts';
import { findTab, type Tab } from '../platform/tabs.ts';
import { loadPresets } from '../settings/presets.ts';
import { loadSiteSettings } from '../settings/site-settings.ts';
import { loadSettings } from '../settings/store.ts';
import { changes, library } from './library.ts';
import { saveAndDeliver } from './save-and-deliver.ts';
import {
  showFailed,
  showPages,
  showReading,
  showSaved,
  showSavedInPart,
  showShare,
  showWaiting,
} from './show-progress.ts';

/** Clips a tab and saves it, without the popup. The button's badge says how it goes. */
export function quickClip(tab: Tab): Promise<void> {
  return begin(tab, 'story');
}

/** The same with what the reader selected; with nothing selected, the whole story. */
export function quickClipSelection(tab: Tab): Promise<void> {
  return begin(tab, 'selection');
}

function begin({ id, url, title }: Tab, what: BegunClip['what']): Promise<void> {
  return clipAndSave({ tab: { id, url, title }, what, saveId: crypto.randomUUID(), tries: 0 });
}

/** A page whose clip has ended the background so often would end it again. */
const MOST_TRIES = 3;

/** Begins once more what an earlier background has left: browsers end one that takes long, or much memory. */
export async function finishQuickClips(): Promise<void> {
  await Promise.all((await clipsLeft()).map(beginAgain));
}

async function beginAgain(begun: BegunClip): Promise<void> {
  const { tab, tries } = begun;
  if (!(await findTab(tab.id))) {
    console.warn('The tab of a quick clip was closed before it was read.', tab.url);
    await forgetBegun(begun);
  } else if (tries + 1 >= MOST_TRIES) {
    await showFailed(tab.id, { code: 'unexpected', detail: 'the background was ended while it read the page' });
    await forgetBegun(begun);
  } else await clipAndSave({ ...begun, tries: tries + 1 });
}

type Clipped = { readonly article: Article; readonly selection?: Article };

/** What of a clipped page is to be saved. */
type Chosen = Pick<SaveOrder, 'article' | 'part'>;

function choose({ article, selection }: Clipped, what: BegunClip['what']): Chosen {
  return what === 'selection' && selection ? { article: selection, part: 'selection' } : { article, part: 'article' };
}

async function clipAndSave(begun: BegunClip): Promise<void> {
  const { tab, what, saveId } = begun;
  await noteBegun(begun);
  try {
    await showReading(tab.id);
    const answer = await clipTabWhole(tab, (share) => void showShare(tab.id, share));
    if (!answer.ok) throw new ClipError(answer.failure.code, answer.failure.detail);
    const chosen = await withFurtherPages(tab, choose(answer, what), answer.picked !== undefined);
    const delivery = await saveUnseen(chosen, saveId);
    const path = delivery?.receipts[0]?.path ?? '';
    const missing = chosen.article.pages?.missing ?? [];
    if (delivery?.failure) await showWaiting(tab.id, delivery.failure);
    else if (missing.length > 0) await showSavedInPart(tab.id, path, missing);
    else await showSaved(tab.id, path);
  } catch (error) {
    await showFailed(tab.id, toFailure(error));
  } finally {
    await forgetBegun(begun);
  }
}

/**
 * The story with its further pages, where it has any. The first page is kept before they are read: a worker that is ended
 * meanwhile loses none of it.
 */
async function withFurtherPages(tab: Tab, chosen: Chosen, isPicked: boolean): Promise<Chosen> {
  if (chosen.part === 'selection' || isPicked) return chosen;
  const seen = await seePagesInTab(tab.id);
  if (!seen) return chosen;
  await saveClip({ library, changes }, (await requestFor(chosen, crypto.randomUUID())).request);
  const article = await clipPagesInTab(
    tab,
    { article: chosen.article, seen },
    {
      onProgress: ({ read, total }) => void showPages(tab.id, read + 1, total),
      signal: new AbortController().signal,
    },
  );
  return { ...chosen, article };
}

/**
 * Saves a story as the settings say, without anybody having looked at it, and brings it to its targets.
 *
 * @returns what came of its delivery; of several, one that failed.
 * @throws {ClipError} why it could not be kept.
 */
async function saveUnseen(chosen: Chosen, saveId: string): Promise<Delivery | undefined> {
  const { request, targetIds } = await requestFor(chosen, saveId);
  const clip = await saveAndDeliver(request);
  const deliveries = (await deliveriesOf(library, clip.id)).filter(({ targetId }) => targetIds.includes(targetId));
  return deliveries.find(({ failure }) => failure) ?? deliveries[0];
}

/** What is saved of a story that nobody looked at, as the settings say. */
async function requestFor(
  { article, part }: Chosen,
  saveId: string,
): Promise<{ request: SaveRequest; targetIds: readonly string[] }> {
  const [settings, { presets }, sites] = await Promise.all([loadSettings(), loadPresets(), loadSiteSettings()]);
  const site = siteDefaultsFor(article.pageUrl, sites.defaults);
  const wanted = site.preset ?? settings.preset;
  const preset = presets.find(({ id }) => id === wanted) ?? DEFAULT_PRESET;
  const targets = await saveTargets(library, preset.id, site.target === undefined ? undefined : [site.target]);
  const targetIds = targets.map(({ id }) => id);
  const request = await assembleSave(library, {
    article,
    part,
    ...(site.tags ? { addTags: site.tags } : {}),
    preset,
    targetIds,
    as: 'same-story',
    saveId,
    now: Date.now(),
    loadPinyin,
  });
  return { request, targetIds };
}
