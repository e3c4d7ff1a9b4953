import { isoOf, type PartialDateTime } from '../../dates/partial-date-time.ts';

/** What a template works on. */
export type Value = string | readonly string[] | PartialDateTime;

/**
 * Most characters that filters may make of a value, in a list of all items together. Two `replace` filters could make
 * 81 MB of a headline; the longest description of a page is a tenth of this.
 */
export const MAX_VALUE_LENGTH = 100_000;

/** Returns a value cut to `MAX_VALUE_LENGTH`; no character is cut in two. */
export function boundedValue(value: Value): Value {
  if (isPartialDateTime(value)) return value;
  if (!isList(value)) return cut(value, MAX_VALUE_LENGTH);
  const items: string[] = [];
  let room = MAX_VALUE_LENGTH;
  for (const item of value) {
    if (room <= 0) break;
    items.push(cut(item, room));
    room -= item.length;
  }
  return items;
}

function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
}

export function isPartialDateTime(value: Value): value is PartialDateTime {
  return typeof value === 'object' && 'day' in value;
}

export function isList(value: Value): value is readonly string[] {
  return Array.isArray(value);
}

/** A value as one text: lists joined by commas, moments as ISO 8601. */
export function textOf(value: Value): string {
  if (typeof value === 'string') return value;
  return isPartialDateTime(value) ? isoOf(value) : value.join(', ');
}

/** A value as a list: a text is a list of one, an empty text of none. */
export function listOf(value: Value): readonly string[] {
  if (isList(value)) return value;
  const text = textOf(value);
  return text === '' ? [] : [text];
}
