import {
  inUtc,
  inZone,
  isoOf,
  isTimeZone,
  type PartialDateTime,
  parsePartialDateTime,
  wallClockOf,
} from '../../dates/partial-date-time.ts';
import { endAtWord } from '../../text/end-at-word.ts';
import { escapeMarkdown, escapePandoc } from '../escape-markdown.ts';
import { cutToBytes, nameText } from '../file-name.ts';
import type { Slugger } from '../slug.ts';
import { formatDateTime } from './format-date-time.ts';
import { isList, isPartialDateTime, MAX_VALUE_LENGTH, textOf, type Value } from './value.ts';

/** What filters may know besides the value. */
export interface FilterContext {
  readonly slugger: Slugger;
  /** The story's address, by which a slug without words is named. */
  readonly url: string;
  /** The site's IANA zone, where the preset names one. */
  readonly timeZone: string | undefined;
}

interface Filter {
  /** Fewest and most arguments. */
  readonly least: number;
  readonly most: number;
  /** Whether the arguments make sense; asked when a template is read. */
  readonly accepts?: (args: readonly string[]) => boolean;
  readonly apply: (value: Value, args: readonly string[], context: FilterContext) => Value;
}

type Change<From, To> = (value: From, args: readonly string[], context: FilterContext) => To;

/** A filter of text; a list is filtered item by item, a date-time as its ISO text. */
function ofText(least: number, most: number, change: Change<string, string>, accepts?: Filter['accepts']): Filter {
  return filter(least, most, accepts, (value, args, context) =>
    isList(value)
      ? value.map((item) => change(item, args, context)).filter((item) => item !== '')
      : change(textOf(value), args, context),
  );
}

/** A filter of moments; other values that read as a date are taken as one, the rest is left alone. */
function ofDateTime(
  least: number,
  most: number,
  change: Change<PartialDateTime, Value>,
  accepts?: Filter['accepts'],
): Filter {
  return filter(least, most, accepts, (value, args, context) => {
    const dateTime = isPartialDateTime(value) ? value : parsePartialDateTime(textOf(value));
    return dateTime ? change(dateTime, args, context) : value;
  });
}

function filter(least: number, most: number, accepts: Filter['accepts'], apply: Filter['apply']): Filter {
  return { least, most, ...(accepts ? { accepts } : {}), apply };
}

const isCount = ([count = '']: readonly string[]): boolean => /^[1-9]\d{0,5}$/.test(count);
const isZone = (zone: string | undefined): boolean => zone === undefined || zone === 'site' || isTimeZone(zone);

function defineFilters<Name extends string>(filters: Record<Name, Filter>): Readonly<Record<Name, Filter>> {
  return filters;
}

/** All filters of the template language, by name. */
export const FILTERS = defineFilters({
  date: ofDateTime(
    1,
    2,
    (dateTime, [format = '', zone], context) => formatDateTime(shift(dateTime, zone, context), format),
    ([, zone]) => isZone(zone),
  ),
  wall: ofDateTime(
    0,
    1,
    (dateTime, [zone], context) => wallClockOf(shift(dateTime, zone, context)),
    ([zone]) => isZone(zone),
  ),
  utc: ofDateTime(0, 0, (dateTime) => isoOf(inUtc(dateTime))),
  slug: ofText(0, 0, (text, _args, { slugger, url }) => slugger(text, url)),
  filename: ofText(0, 0, (text) => nameText(text.replace(/[#^[\]]+/g, ' '))),
  tag: ofText(0, 0, noteTag),
  lower: ofText(0, 0, (text) => text.toLowerCase()),
  upper: ofText(0, 0, (text) => text.toUpperCase()),
  trim: ofText(0, 0, (text) => text.trim()),
  limit: ofText(1, 1, (text, [count]) => limitCharacters(text, Number(count)), isCount),
  bytes: ofText(1, 1, (text, [count]) => cutToBytes(text, Number(count)).trimEnd(), isCount),
  replace: ofText(
    2,
    2,
    (text, [from = '', to = '']) => replaceAll(text, from, to),
    ([from]) => from !== '',
  ),
  prefix: ofText(1, 1, (text, [before]) => (text === '' ? '' : `${before}${text}`)),
  suffix: ofText(1, 1, (text, [after]) => (text === '' ? '' : `${text}${after}`)),
  markdown: ofText(0, 0, escapeMarkdown),
  pandoc: ofText(0, 0, escapePandoc),
  default: { least: 1, most: 1, apply: (value, [other = '']) => (textOf(value) === '' ? other : value) },
  join: { least: 1, most: 1, apply: (value, [between]) => (isList(value) ? value.join(between) : value) },
  first: { least: 0, most: 0, apply: (value) => (isList(value) ? (value[0] ?? '') : value) },
  last: { least: 0, most: 0, apply: (value) => (isList(value) ? (value.at(-1) ?? '') : value) },
});

export type FilterName = keyof typeof FILTERS;

function shift(dateTime: PartialDateTime, zone: string | undefined, { timeZone }: FilterContext): PartialDateTime {
  const target = zone === 'site' ? timeZone : zone;
  return target === undefined ? dateTime : inZone(dateTime, target);
}

/** Replaces each `from` by `to`, until the text is longer than a value may be. */
function replaceAll(text: string, from: string, to: string): string {
  let replaced = '';
  let at = 0;
  for (let next = text.indexOf(from); next >= 0; next = text.indexOf(from, at)) {
    replaced += text.slice(at, next) + to;
    at = next + from.length;
    if (replaced.length > MAX_VALUE_LENGTH) return replaced;
  }
  return replaced + text.slice(at);
}

/** Whole characters, and whole words where the language has blanks between them. */
function limitCharacters(text: string, count: number): string {
  const characters = text.match(/\P{M}\p{M}*|\p{M}+/gu) ?? [];
  const kept = characters.slice(0, count).join('');
  return endAtWord(kept, characters.slice(count).join('')).trimEnd();
}

/**
 * A tag as note programs allow it: letters, digits, `_ - /` and no blank; one of only digits gets a `y` before it
 * (Obsidian help, "Tags": at least one character that is not a digit).
 */
function noteTag(text: string): string {
  const tag = (text.match(/[\p{L}\p{M}\p{N}_/-]+/gu) ?? []).join('-').replace(/^[-/]+|[-/]+$/g, '');
  return /^[\d/_-]+$/.test(tag) ? `y${tag}` : tag;
}
