import type { Browser } from 'webextension-polyfill';

/** Chromium's name for it. All versions that we run in have promises there. */
declare const chrome: Browser;

/** The WebExtension API, the same in Chromium and Firefox. Only files in this folder name it; a test holds that. */
export const browser: Browser = 'browser' in globalThis ? Reflect.get(globalThis, 'browser') : chrome;
