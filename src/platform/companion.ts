import type { Permissions } from 'webextension-polyfill';
import { ClipError } from '../core/model/failure.ts';
import type { NativePort } from '../core/model/native-port.ts';
import { browser } from './browser.ts';

const PERMISSION: Permissions.Permissions = { permissions: ['nativeMessaging'] };

/** Whether the user has allowed the extension to start the companion. */
export async function mayUseCompanion(): Promise<boolean> {
  return browser.permissions.contains(PERMISSION);
}

/** Asks the user for that. Must be called first in the handler of a user gesture. */
export async function requestCompanion(): Promise<boolean> {
  return browser.permissions.request(PERMISSION);
}

/**
 * Whether this page or worker is able to start programs. Chromium exposes a permission's functions only to pages and
 * workers that start after it was granted (measured on 156); Firefox exposes them at once.
 */
export function canStartNative(): boolean {
  return typeof browser.runtime.connectNative === 'function';
}

/**
 * Starts the program that is registered under a name. Whether there is one is only told later, by `onEnd`.
 *
 * @throws {ClipError} `folder-permission` where the user does not allow it; `companion-lost` where this worker is older
 * than the permission, and the next one will be able to.
 */
export async function startNative(name: string): Promise<NativePort> {
  if (!canStartNative()) {
    throw new ClipError((await mayUseCompanion()) ? 'companion-lost' : 'folder-permission', 'no connectNative');
  }
  const port = browser.runtime.connectNative(name);
  return {
    send: (message) => port.postMessage(message),
    close: () => port.disconnect(),
    onMessage: (listener) => port.onMessage.addListener(listener),
    onEnd: (listener) =>
      port.onDisconnect.addListener((ended) =>
        listener(ended.error?.message ?? browser.runtime.lastError?.message ?? ''),
      ),
  };
}

/** What to type into a terminal to set the companion up for this browser and this extension. */
export function companionCommand(): string {
  const name = browserName();
  // Unpacked, the manifest's key determines the id that the command knows; a store assigns another.
  const isKnown = name === 'firefox' || 'key' in browser.runtime.getManifest();
  const id = isKnown ? '' : ` --extension-id ${browser.runtime.id}`;
  return `jianbao host install --browser ${name} --folder DIR${id}`;
}

/** Not in TypeScript's library yet; only Chromium browsers have it. */
interface BrandedNavigator {
  readonly userAgentData?: { readonly brands: readonly { readonly brand: string }[] };
}

function browserName(): 'firefox' | 'chrome' | 'edge' | 'chromium' {
  if (/\bFirefox\//.test(navigator.userAgent)) return 'firefox';
  const { userAgentData } = navigator as Navigator & BrandedNavigator;
  const brands = userAgentData?.brands.map(({ brand }) => brand) ?? [];
  if (brands.includes('Microsoft Edge')) return 'edge';
  return brands.includes('Google Chrome') ? 'chrome' : 'chromium';
}
