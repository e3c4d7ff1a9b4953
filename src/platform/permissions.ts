import { browser } from './browser.ts';

/** Whether the user has granted all of these match patterns. */
export async function hasOrigins(origins: readonly string[]): Promise<boolean> {
  return browser.permissions.contains({ origins: [...origins] });
}

/** Asks the user for match patterns. Must be called first in the handler of a user gesture. */
export async function requestOrigins(origins: readonly string[]): Promise<boolean> {
  return browser.permissions.request({ origins: [...origins] });
}

/** Whether the user has granted access to a site. */
export async function hasSite(url: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [originPattern(url)] });
}

/**
 * Asks the user for the sites of some addresses, at the moment they are needed; true at once for those that are granted.
 * Must be called first in the handler of a user gesture: after an `await` browsers no longer see the gesture.
 */
export async function requestSites(urls: readonly string[]): Promise<boolean> {
  const origins = [...new Set(urls.map(originPattern))];
  return origins.length === 0 || browser.permissions.request({ origins });
}

/**
 * The same for a popup, in two steps: called first in a user gesture, it returns a function to be called, and waited for,
 * once nothing would be lost with the popup. Firefox accepts it only in the gesture itself; Chromium's closes the
 * popup, and may be delayed as long as the gesture is active (5 s, https://html.spec.whatwg.org/#transient-activation-duration).
 */
export function beginRequestSites(urls: readonly string[]): () => Promise<boolean> {
  if (!('getBrowserInfo' in browser.runtime)) return () => requestSites(urls).catch(notAsked);
  const asked = requestSites(urls).catch(notAsked);
  return () => asked;
}

function notAsked(error: unknown): boolean {
  console.warn('The browser did not ask for the sites:', error);
  return false;
}

/** Returns, of the hosts of some addresses, those that the user has not granted. */
export async function hostsToAskFor(urls: readonly string[]): Promise<string[]> {
  const byHost = new Map(urls.map((url) => [new URL(url).host, url]));
  const asked = await Promise.all([...byHost].map(async ([host, url]) => ((await hasSite(url)) ? [] : [host])));
  return asked.flat();
}

/** Match patterns know no port. */
function originPattern(url: string): string {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname}/*`;
}
