/**
 * The WebExtension API as promises, the same in Chromium and Firefox. Only files in this folder name it;
 * a test holds that.
 */
export { default as browser } from 'webextension-polyfill';
