import { browser } from './browser.ts';

/** Whether the user has given us a site. */
export async function hasSite(url: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [originPattern(url)] });
}

/**
 * Asks the user for one site, at the moment it is needed. Must be called first thing in the handler of a press:
 * after an `await` browsers no longer see the press.
 */
export async function requestSite(url: string): Promise<boolean> {
  return browser.permissions.request({ origins: [originPattern(url)] });
}

/** Match patterns know no port. */
function originPattern(url: string): string {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname}/*`;
}
