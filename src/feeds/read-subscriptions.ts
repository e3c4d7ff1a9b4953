import { parseOpml } from 'feedsmith';
import * as v from 'valibot';
import { offsetAt } from '../core/dates/time-zones.ts';
import type { Subscription } from './subscription.ts';

/** A list of subscriptions cannot be read; the message is the rest of a sentence. */
export class SubscriptionError extends Error {}

const words = v.array(v.pipe(v.string(), v.trim(), v.nonEmpty('is empty')));

const entrySchema = v.object({
  url: v.pipe(
    v.string('is not an http(s) address'),
    v.transform(webAddressOf),
    v.check(isWebAddress, 'is not an http(s) address'),
  ),
  site: v.optional(v.pipe(v.string(), v.trim(), v.nonEmpty('is empty'))),
  tags: v.optional(words, []),
  preset: v.optional(v.string()),
  zone: v.optional(v.pipe(v.string(), v.check(isZone, 'is not an IANA time zone, such as Asia/Shanghai'))),
  text: v.optional(v.picklist(['page', 'feed'], 'is neither "page" nor "feed"'), 'page'),
  max: v.optional(v.pipe(v.number(), v.integer('is not a whole number'), v.minValue(1, 'is less than 1'))),
  include: v.optional(words, []),
  exclude: v.optional(words, []),
});

/** What a list of subscriptions holds. */
export interface SubscriptionList {
  /** Each feed once, in the order of the list. */
  readonly subscriptions: readonly Subscription[];
  /** Keys that are not known, a sentence each without its full stop: they may be slips of the pen. */
  readonly remarks: readonly string[];
  /** Entries that name no feed that can be followed, a sentence each. The other feeds do not depend on them. */
  readonly unusable: readonly string[];
}

/** Where an entry is, and what is wrong with it. */
class EntryError extends Error {}

/**
 * Reads a list of subscriptions: JSON (`[{"site": "…", "url": "…"}]`), OPML, or a feed a line, each with the site's name
 * behind it or not; `#` begins a comment.
 *
 * @throws {SubscriptionError} where the text is no list, or no entry of it can be used.
 */
export function readSubscriptions(text: string): SubscriptionList {
  const trimmed = text.replace(/^\ufeff/, '').trim();
  const remarks: string[] = [];
  const entries = /^[[{]/.test(trimmed)
    ? fromJson(trimmed, remarks)
    : trimmed.startsWith('<')
      ? fromOpml(trimmed)
      : fromLines(trimmed);
  const subscriptions: Subscription[] = [];
  const unusable: string[] = [];
  for (const read of entries) {
    try {
      subscriptions.push(read());
    } catch (error) {
      if (!(error instanceof EntryError)) throw error;
      unusable.push(error.message);
    }
  }
  if (subscriptions.length === 0) throw new SubscriptionError(unusable.join('; ') || 'it names no feed');
  return { subscriptions: once(subscriptions), remarks, unusable };
}

/** Reads one entry. @throws {EntryError} */
type ReadEntry = () => Subscription;

function fromJson(text: string, remarks: string[]): ReadEntry[] {
  let entries: unknown;
  try {
    entries = JSON.parse(text);
  } catch (error) {
    throw new SubscriptionError(`it is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (!Array.isArray(entries)) throw new SubscriptionError('it is not a list: [{"site": "…", "url": "…"}]');
  return entries.map((entry: unknown, index) => () => {
    const place = `entry ${index + 1}`;
    const parsed = v.safeParse(entrySchema, entry);
    if (!parsed.success) throw new EntryError(`${place}: ${complaintOf(parsed.issues[0])}`);
    for (const key of Object.keys(Object(entry))) {
      if (!Object.hasOwn(entrySchema.entries, key)) remarks.push(`${place}: the key "${key}" is not known`);
    }
    return withoutUndefined(parsed.output);
  });
}

function complaintOf(issue: v.InferIssue<typeof entrySchema>): string {
  const key = v.getDotPath(issue);
  const isOwn = /^(?:is|has) /.test(issue.message);
  if (key === null) return isOwn ? issue.message : 'it is not an object';
  if (issue.input === undefined) return `it has no "${key}"`;
  return `"${key}" ${isOwn ? issue.message : `is not of the right kind (${issue.message})`}`;
}

function withoutUndefined(entry: v.InferOutput<typeof entrySchema>): Subscription {
  const { site, preset, zone, max, ...rest } = entry;
  return {
    ...rest,
    ...(site === undefined ? {} : { site }),
    ...(preset === undefined ? {} : { preset }),
    ...(zone === undefined ? {} : { zone }),
    ...(max === undefined ? {} : { max }),
  };
}

interface Outline {
  readonly text?: string | undefined;
  readonly title?: string | undefined;
  readonly xmlUrl?: string | undefined;
  readonly category?: string | undefined;
  readonly outlines?: readonly Outline[] | undefined;
}

/** Folders of a feed reader, and its categories, become tags. */
function fromOpml(text: string): ReadEntry[] {
  let outlines: readonly Outline[];
  try {
    outlines = parseOpml(text).body?.outlines ?? [];
  } catch (error) {
    throw new SubscriptionError(`it is not OPML: ${error instanceof Error ? error.message : String(error)}`);
  }
  return outlines.flatMap((outline) => subscriptionsIn(outline, []));
}

function subscriptionsIn(
  { text, title, xmlUrl, category, outlines }: Outline,
  folders: readonly string[],
): ReadEntry[] {
  const name = (title || text || '').trim();
  const url = webAddressOf(xmlUrl ?? '');
  const inside = url !== '' || name === '' ? folders : [...folders, name];
  const own = (): Subscription => {
    if (!isWebAddress(url)) throw new EntryError(`“${name}”: ${url} is not an http(s) address`);
    const categories = (category ?? '').split(',').map((path) => path.split('/').at(-1)?.trim() ?? '');
    return subscriptionTo(url, name, [...folders, ...categories]);
  };
  return [...(url === '' ? [] : [own]), ...(outlines ?? []).flatMap((outline) => subscriptionsIn(outline, inside))];
}

function fromLines(text: string): ReadEntry[] {
  return text.split(/\r?\n/).flatMap((line, index) => {
    const [first = '', ...name] = line
      .replace(/(?:^|\s)#.*$/, '')
      .trim()
      .split(/\s+/);
    const url = webAddressOf(first);
    if (url === '') return [];
    return () => {
      if (!isWebAddress(url)) throw new EntryError(`line ${index + 1}: ${url} is not an http(s) address`);
      return subscriptionTo(url, name.join(' '));
    };
  });
}

/** A subscription to a feed with nothing else said. */
export function subscriptionTo(url: string, site = '', tags: readonly string[] = []): Subscription {
  return {
    url,
    ...(site === '' ? {} : { site }),
    tags: [...new Set(tags)].filter((tag) => tag !== ''),
    text: 'page',
    include: [],
    exclude: [],
  };
}

function once(subscriptions: readonly Subscription[]): Subscription[] {
  return [...new Map(subscriptions.toReversed().map((one) => [one.url, one])).values()].reverse();
}

/** Feed readers export addresses as `feed://host/…` and `feed:https://host/…` too. */
function webAddressOf(text: string): string {
  return text
    .trim()
    .replace(/^feed:(?=https?:)/i, '')
    .replace(/^feed:\/\//i, 'http://');
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}

function isZone(zone: string): boolean {
  return offsetAt(zone, 0) !== undefined;
}
