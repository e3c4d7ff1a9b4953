import type { Browser } from 'webextension-polyfill';
import { BLOCKS_MODULE, moduleFile } from '../core/model/module-names.ts';
import type { SiteRule } from '../core/model/site-rule.ts';
import { SITES_KEY, TASK_KEY } from '../core/model/task-key.ts';
import { likelyModules } from '../core/modules/likely-modules.ts';
import { findSiteRule } from '../core/sites/find-site-rule.ts';
import { setValue } from './set-value.ts';
import type { Tab } from './tabs.ts';

/**
 * A clip that was begun by the first lines of the popup, before any module was loaded. Both promises always settle; the
 * outcome says what `executeScript` answered or threw.
 */
export interface EarlyClip {
  readonly tab: Promise<Tab | undefined>;
  readonly frames: Promise<EarlyOutcome>;
}

export type EarlyOutcome = { readonly value: unknown } | { readonly error: unknown };

/** Returns the scripts that clip a page of this title, in the order in which they run. */
export function clipScripts(title: string): string[] {
  return [...likelyModules(title).map(moduleFile), 'content.js'];
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
      found?.id === undefined ? undefined : { id: found.id, url: found.url ?? '', title: found.title ?? '' },
    );
  const frames = Promise.all([tab, api.storage.local.get(SITES_KEY)])
    .then(async ([found, stored]) => {
      if (!found) return undefined;
      const injection = { target: { tabId: found.id }, injectImmediately: true };
      const files = clipScripts(found.title).map((file) => `/${file}`);
      const rule = ownRule(found.url, stored[SITES_KEY]);
      if (rule) {
        files.unshift(...(['sites', 'authors', BLOCKS_MODULE] as const).map((name) => `/${moduleFile(name)}`));
        await api.scripting.executeScript({ ...injection, func: setValue, args: [TASK_KEY, { rule }] });
      }
      return api.scripting.executeScript({ ...injection, files });
    })
    .then(
      (value): EarlyOutcome => ({ value }),
      (error: unknown): EarlyOutcome => ({ error }),
    );
  const clip: EarlyClip = { tab, frames };
  Object.defineProperty(globalThis, KEY, { value: clip, configurable: true });
  return clip;
}

/** The user's own rule for an address (`settings/site-settings.ts`, which is too large for the first lines of the popup). */
function ownRule(url: string, stored: unknown): SiteRule | undefined {
  const rules: unknown = typeof stored === 'object' && stored && 'rules' in stored ? stored.rules : undefined;
  return Array.isArray(rules) ? findSiteRule<SiteRule>(url, rules) : undefined;
}

/** The clip that the page has begun; nothing where it has begun none, or another has taken it. */
export function takeEarlyClip(): EarlyClip | undefined {
  const clip: EarlyClip | undefined = Object.hasOwn(globalThis, KEY) ? Reflect.get(globalThis, KEY) : undefined;
  Reflect.deleteProperty(globalThis, KEY);
  return clip;
}
