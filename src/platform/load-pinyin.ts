import { type PinyinTable, readPinyinTable } from '../core/post/pinyin.ts';
import { browser } from './browser.ts';

/** A file of the extension, made by the build; see `scripts/pinyin-table.ts`. */
const FILE = 'pinyin.bin';

let loading: Promise<PinyinTable> | undefined;

/** Returns the table of readings, loaded at the first call. Pages and the background worker can load it alike. */
export function loadPinyin(): Promise<PinyinTable> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(): Promise<PinyinTable> {
  const response = await fetch(browser.runtime.getURL(FILE));
  return readPinyinTable(new Uint8Array(await response.arrayBuffer()));
}
