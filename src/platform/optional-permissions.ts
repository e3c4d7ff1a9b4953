import { browser } from './browser.ts';

/** What the user may allow beyond sites, at the moment it is needed. */
export type OptionalPermission = 'tabs' | 'bookmarks';

export async function hasPermission(name: OptionalPermission): Promise<boolean> {
  return browser.permissions.contains({ permissions: [name] });
}

/** Asks the user for it. Must be called first in the handler of a user gesture. */
export async function requestPermission(name: OptionalPermission): Promise<boolean> {
  return browser.permissions.request({ permissions: [name] });
}
