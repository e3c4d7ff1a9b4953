import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CompatData } from '@mdn/browser-compat-data';
import { expect, test } from 'vitest';

const PLATFORM = 'src/platform';

// Read and not imported: the test runner would transform its 18 MB.
const compatibility = JSON.parse(readFileSync('node_modules/@mdn/browser-compat-data/data.json', 'utf8')) as CompatData;

/** Functions of the browser that are called without looking whether they are there: `browser.tabs.get`. */
function functionsUsed(): string[] {
  const found = readdirSync(PLATFORM).flatMap((file) => {
    const text = readFileSync(join(PLATFORM, file), 'utf8');
    return [...text.matchAll(/\bbrowser\.(\w+\.\w+)/g)].map(([, name = '']) => name);
  });
  return [...new Set(found)].sort();
}

/** Whether MDN's compatibility data has it in a current Firefox for Android. */
function isInAndroid(name: string): boolean {
  const [api = '', member = ''] = name.split('.');
  const entry = compatibility.webextensions.api?.[api];
  const support = (entry?.[member] ?? entry)?.__compat?.support.firefox_android;
  const [newest] = Array.isArray(support) ? support : [support];
  return newest !== undefined && newest.version_added !== false && newest.version_removed === undefined;
}

test('only what the user asks for by name needs more than Firefox for Android has', () => {
  expect(functionsUsed().filter((name) => !isInAndroid(name))).toEqual([
    // The source “Bookmarks” of the batch page.
    'bookmarks.getSubTree',
    'bookmarks.getTree',
    // “Show in folder”, which only a download has.
    'downloads.show',
    // The companion: a program on a computer.
    'runtime.connectNative',
    // The side panel: offered, and asked for, only where the browser has these.
    'sidebarAction.open',
    'windows.getCurrent',
  ]);
});

test('the extension declares itself for Android from the version that has what its manifest names', () => {
  const manifest = JSON.parse(readFileSync('manifest.json', 'utf8'));
  const { gecko, gecko_android } = manifest.browser_specific_settings;
  const keys = compatibility.webextensions.manifest;
  const named = [
    ...Object.keys(manifest).map((key) => keys?.[key]),
    keys?.['browser_specific_settings']?.['gecko_android'],
  ];
  const inGecko = Object.keys(gecko).map((key) => keys?.['browser_specific_settings']?.['gecko']?.[key]);
  const since = [...named, ...inGecko].map((entry) => {
    const support = entry?.__compat?.support.firefox_android;
    const [newest] = Array.isArray(support) ? support : [support];
    return Number(newest?.version_added || 0);
  });
  // addons.mozilla.org offers an extension for Android only where its manifest has this key.
  expect(Number.parseFloat(gecko_android?.strict_min_version)).toBe(Math.max(...since));
});

test('the data knows what is there and what is not', () => {
  expect(
    ['tabs.get', 'permissions.request', 'storage.local', 'scripting.executeScript'].map(isInAndroid),
  ).not.toContain(false);
  expect(['commands.getAll', 'contextMenus.create', 'downloads.download', 'windows.create'].map(isInAndroid)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});
