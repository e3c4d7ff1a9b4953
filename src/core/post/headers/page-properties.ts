import { listOf, textOf } from '../template/value.ts';
import type { HeaderEntry } from './header-entry.ts';

/** Pairs by which Logseq links, embeds and runs, inside property values too. */
const PAIRS = /\[\[|\]\]|\(\(|\)\)|\{\{|\}\}/g;

/**
 * Logseq's page properties, one `key:: value` a line. The items of a list are parted by commas, each of which Logseq
 * makes a separate page; so a comma inside an item becomes a space, and a doubled bracket a single one.
 */
export function pageProperties(entries: readonly HeaderEntry[]): string {
  return entries
    .map(({ key, form, value }) => `${key}:: ${form === 'list' ? items(listOf(value)) : inert(textOf(value))}\n`)
    .join('');
}

function items(list: readonly string[]): string {
  return list.map((item) => inert(item.replace(/\s*,\s*/g, ' '))).join(', ');
}

function inert(text: string): string {
  return text.replace(PAIRS, (pair) => pair.charAt(0));
}
