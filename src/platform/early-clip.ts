import type { Browser } from 'webextension-polyfill';
import { BLOCKS_MODULE, moduleFile } from '../core/model/module-names.ts';
import { filesWanted } from '../core/model/modules-wanted.ts';
import type { SiteRule } from '../core/model/site-rule.ts';
import { SITES_KEY, TASK_KEY } from '../core/model/task-key.ts';
import { likelyModules } from '../core/modules/likely-modules.ts';
import { modulesForAddress } from '../core/modules/modules-for-address.ts';
import { findSiteRule } from '../core/sites/find-site-rule.ts';
import { setValue, takeValue } from './set-value.ts';
import { listenToSlowClip, type SlowClip } from './slow-clip.ts';
import type { Tab } from './tabs.ts';

/**
 * A clip that was begun by the first lines of the popup, before any module was loaded. Both promises always settle; the
 * outcome says what `executeScript` answered or threw.
 */
export interface EarlyClip {
  readonly tab: Promise<Tab | undefined>;
  readonly frames: Promise<EarlyOutcome>;
  readonly slow: SlowClip;
}

export type EarlyOutcome = { readonly value: unknown } | { readonly error: unknown };

/** Returns the scripts that clip a page of this title and address, in the order in which they run. */
export function clipScripts({ title, url }: Pick<Tab, 'title' | 'url'>): string[] {
  const modules = new Set([...likelyModules(title), ...modulesForAddress(url)]);
  return [...[...modules].map((name) => moduleFile(name)), 'content.js'];
}

const KEY = 'jianbaoEarlyClip';

/** Both browsers have promises here; the polyfill would take longer to load than this takes to run. */
declare const chrome: Browser;

/** Begins to clip the active tab, and leaves the clip for `takeEarlyClip`. */
export function beginEarlyClip(): EarlyClip {
  const api = 'browser' in globalThis ? (Reflect.get(globalThis, 'browser') as Browser) : chrome;
  const tab = api.tabs
    .query({ active: true, lastFocusedWindow: true })
    .then(([found]): Tab | undefined =>
      found?.id === undefined
        ? undefined
        : { id: found.id, url: found.url ?? '', title: found.title ?? '', windowId: found.windowId },
    );
  const slow = listenToSlowClip(api, tab);
  const frames = Promise.all([tab, api.storage.local.get(SITES_KEY)])
    .then(([found, stored]) => found && clipAtOnce(api, found, ownRule(found.url, stored[SITES_KEY])))
    .then(
      (value): EarlyOutcome => ({ value }),
      (error: unknown): EarlyOutcome => ({ error }),
    );
  const clip: EarlyClip = { tab, frames, slow };
  setValue(KEY, clip);
  return clip;
}

/** Runs the scripts that clip a tab; where the page wants more modules, once more with them. */
async function clipAtOnce(api: Browser, tab: Tab, rule: SiteRule | undefined): Promise<unknown> {
  const injection = { target: { tabId: tab.id }, injectImmediately: true };
  const own = rule ? (['sites', 'authors', BLOCKS_MODULE] as const).map((name) => moduleFile(name)) : [];
  const run = async (files: readonly string[]) => {
    // Each run uses the rule up.
    if (rule) await api.scripting.executeScript({ ...injection, func: setValue, args: [TASK_KEY, { rule }] });
    return api.scripting.executeScript({ ...injection, files: [...own, ...files].map((file) => `/${file}`) });
  };
  const frames = await run(clipScripts(tab));
  const wanted = filesWanted(frames[0]?.result);
  return wanted.length > 0 ? run([...wanted, 'content.js']) : frames;
}

/** The user's own rule for an address (`settings/site-settings.ts`, which is too large for the first lines of the popup). */
function ownRule(url: string, stored: unknown): SiteRule | undefined {
  const rules: unknown = typeof stored === 'object' && stored && 'rules' in stored ? stored.rules : undefined;
  return Array.isArray(rules) ? findSiteRule<SiteRule>(url, rules) : undefined;
}

/** The clip that the page has begun; nothing where it has begun none, or another has taken it. */
export function takeEarlyClip(): EarlyClip | undefined {
  return takeValue(KEY);
}
