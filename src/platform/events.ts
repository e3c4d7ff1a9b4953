import { browser } from './browser.ts';
import { type Tab, toTab } from './tabs.ts';

/**
 * The events that wake the background. All of them must be listened to at the top level of its first script,
 * or a browser that wakes it finds no listener.
 */

export function onInstalled(handle: (reason: 'install' | 'update') => unknown): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install' || reason === 'update') handle(reason);
  });
}

export function onBrowserStart(handle: () => unknown): void {
  browser.runtime.onStartup.addListener(handle);
}

export function onOnline(handle: () => unknown): void {
  globalThis.addEventListener('online', handle);
}

/** The user has granted access to sites. */
export function onSitesAllowed(handle: () => unknown): void {
  browser.permissions.onAdded.addListener(() => handle());
}

export function onAlarm(name: string, handle: () => unknown): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === name) handle();
  });
}

/**
 * The shortest time that Chrome keeps, in milliseconds: for what looks after a background that may be ended at its work.
 * https://developer.chrome.com/docs/extensions/reference/api/alarms
 */
export const SAFETY_MS = 30_000;

/** Asks for `onAlarm` at a time, in place of an earlier request of that name. @param when Unix milliseconds. */
export function setAlarm(name: string, when: number): void {
  browser.alarms.create(name, { when });
}

/** Cancels what `setAlarm` asked for. */
export function clearAlarm(name: string): void {
  void browser.alarms.clear(name);
}

/** A keyboard command other than “open the popup”, with the tab it was pressed in. Firefox for Android has none. */
export function onCommand(name: string, handle: (tab: Tab) => unknown): void {
  const api: typeof browser.commands | undefined = browser.commands;
  api?.onCommand.addListener((command, pressed) => {
    const tab = pressed && toTab(pressed);
    if (command === name && tab) handle(tab);
  });
}

/** A click on an item of the context menu. `linkUrl` is there for items shown on links. Firefox for Android has no menus. */
export function onMenuItem(itemId: string, handle: (tab: Tab, linkUrl: string | undefined) => unknown): void {
  const api: typeof browser.contextMenus | undefined = browser.contextMenus;
  api?.onClicked.addListener((info, pressed) => {
    const tab = pressed && toTab(pressed);
    if (info.menuItemId === itemId && tab) handle(tab, info.linkUrl);
  });
}
