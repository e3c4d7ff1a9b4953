import { isoOf, type Moment } from '../moment.ts';

/** What a template works on. */
export type Value = string | readonly string[] | Moment;

export function isMoment(value: Value): value is Moment {
  return typeof value === 'object' && 'day' in value;
}

export function isList(value: Value): value is readonly string[] {
  return Array.isArray(value);
}

/** A value as one text: lists joined by commas, moments as ISO 8601. */
export function textOf(value: Value): string {
  if (typeof value === 'string') return value;
  return isMoment(value) ? isoOf(value) : value.join(', ');
}

/** A value as a list: a text is a list of one, an empty text of none. */
export function listOf(value: Value): readonly string[] {
  if (isList(value)) return value;
  const text = textOf(value);
  return text === '' ? [] : [text];
}
