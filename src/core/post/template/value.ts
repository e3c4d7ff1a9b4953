import { isoOf, type PartialDateTime } from '../../dates/partial-date-time.ts';

/** What a template works on. */
export type Value = string | readonly string[] | PartialDateTime;

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
