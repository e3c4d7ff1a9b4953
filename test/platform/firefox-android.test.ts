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
