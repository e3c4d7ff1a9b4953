import { FAILSAFE_SCHEMA, load } from 'js-yaml';
import { parse as parseToml } from 'smol-toml';
import { isRecord } from '../../core/model/is-record.ts';
import { readOpening, readProperties } from './post-opening.ts';
import { readMetadataLines, readWikiFields } from './read-key-lines.ts';

/** The fields that a post's file states, written by any program. Strings as in the file, cut at a maximum length. */
export interface FrontMatterFields {
  readonly url?: string;
  readonly title?: string;
  readonly date?: string;
  readonly authors: readonly string[];
  readonly tags: readonly string[];
  readonly categories: readonly string[];
  /** All after the front matter. */
  readonly body: string;
  /** Why the front matter could not be read; then the fields are empty. */
  readonly problem?: string;
}

/** Keys under which posts name the story's address, the most telling first (Jekyll archives, Obsidian, Hugo, Hexo). */
export const ADDRESS_KEYS = [
  'from',
  'source',
  'source_url',
  'original_url',
  'original',
  'canonical_url',
  'canonical',
  'url',
  'link',
];
const DATE_KEYS = ['date', 'published', 'pubDate', 'publishDate', 'created'];
const AUTHOR_KEYS = ['author', 'authors'];
const TAG_KEYS = ['tags', 'tag', 'keywords'];
const CATEGORY_KEYS = ['categories', 'category'];

/** Longer front matter is not a post's; and it bounds what a hostile file can make the YAML reader do. */
const FRONT_MATTER_LIMIT = 64 * 1024;
const LIST_LIMIT = 100;
const TEXT_LIMIT = 1_000;

/**
 * Reads a post's front matter, tolerantly: any of the usual keys, lists or single values, strings only (the YAML
 * failsafe schema: no tags, no merges, no types); TOML between `+++` lines; Pelican's `Key: value` lines; or Logseq's page
 * properties. Where no key names the story, the link of the opening heading does. A file that is not a post, or a
 * hostile one, affects that file alone. JSON front matter is left to its programs.
 *
 * @param meta the content of the file `<post>.meta`, where there is one (TiddlyWiki)
 */
export function readPost(text: string, meta?: string): FrontMatterFields {
  const plain = text.startsWith('\ufeff') ? text.slice(1) : text;
  const fields = meta === undefined ? readKeys(plain) : { ...factsOf(readWikiFields(meta)), body: plain };
  const opening = fields.url === undefined ? readOpening(fields.body) : undefined;
  return opening ? { title: opening.title, ...fields, url: opening.url } : fields;
}

function readKeys(text: string): FrontMatterFields {
  const parts = split(text, '---') ?? split(text, '+++');
  if (!parts) {
    const lines = readMetadataLines(text);
    if (lines) return { ...factsOf(lines.keys), body: lines.body };
    const { properties, body } = readProperties(text) ?? { properties: new Map<string, string>(), body: text };
    return { ...factsOf(properties), body };
  }
  const { keys, fence, body } = parts;
  const nothing = { authors: [], tags: [], categories: [], body };
  if (keys.length > FRONT_MATTER_LIMIT)
    return { ...nothing, problem: `front matter over ${FRONT_MATTER_LIMIT} characters` };
  try {
    const data = keys.trim() === '' ? {} : PARSERS[fence](keys);
    if (!isRecord(data)) return { ...nothing, problem: 'front matter is not a mapping' };
    return { ...factsOf(new Map(Object.entries(data))), body };
  } catch (error) {
    return { ...nothing, problem: error instanceof Error ? error.message.slice(0, TEXT_LIMIT) : String(error) };
  }
}

/** What encloses front matter. */
type Fence = '---' | '+++';

const PARSERS: Readonly<Record<Fence, (keys: string) => unknown>> = {
  '---': (yaml) => load(yaml, { schema: FAILSAFE_SCHEMA }),
  '+++': (toml) => flattened(parseToml(toml)),
};

/** Zola's tables `[taxonomies]` and `[extra]` as if their keys were at the top; dates as text. */
function flattened(data: Record<string, unknown>): Record<string, unknown> {
  const { taxonomies, extra, ...top } = data;
  const all = { ...(isRecord(extra) ? extra : {}), ...(isRecord(taxonomies) ? taxonomies : {}), ...top };
  return Object.fromEntries(
    Object.entries(all).map(([key, value]) => [key, value instanceof Date ? value.toISOString() : value]),
  );
}

function split(text: string, fence: Fence): { keys: string; fence: Fence; body: string } | undefined {
  const opening = /^(---|\+\+\+)[ \t]*\r?\n/.exec(text);
  if (opening?.[1] !== fence) return undefined;
  const start = opening[0].length;
  for (let at = start; at < text.length; ) {
    const end = text.indexOf('\n', at);
    const line = text.slice(at, end < 0 ? undefined : end).trimEnd();
    if (line === fence || (fence === '---' && line === '...'))
      return { keys: text.slice(start, at), fence, body: end < 0 ? '' : text.slice(end + 1) };
    if (end < 0 || at - start > FRONT_MATTER_LIMIT) break;
    at = end + 1;
  }
  return undefined;
}

function factsOf(data: ReadonlyMap<string, unknown>): Omit<FrontMatterFields, 'body'> {
  const url = firstOf(data, ADDRESS_KEYS, isWebAddress)?.replace(/^<(.*)>$/, '$1');
  const title = firstOf(data, ['title']);
  const date = firstOf(data, DATE_KEYS);
  return {
    ...(url === undefined ? {} : { url }),
    ...(title === undefined ? {} : { title }),
    ...(date === undefined ? {} : { date }),
    authors: listOf(data, AUTHOR_KEYS),
    tags: listOf(data, TAG_KEYS),
    categories: listOf(data, CATEGORY_KEYS),
  };
}

function firstOf(data: ReadonlyMap<string, unknown>, keys: readonly string[], accept = (_: string) => true) {
  return keys.flatMap((key) => textsOf(data.get(key))).find((text) => text !== '' && accept(text));
}

function listOf(data: ReadonlyMap<string, unknown>, keys: readonly string[]): string[] {
  return [...new Set(keys.flatMap((key) => textsOf(data.get(key))))].filter((text) => text !== '').slice(0, LIST_LIMIT);
}

/** A text, each of a list (Hexo nests its categories), or the `name` of a person. Two levels, no more. */
function textsOf(value: unknown, depth = 0): string[] {
  if (typeof value === 'string') return [value.slice(0, TEXT_LIMIT).trim()];
  if (depth === 2) return [];
  if (Array.isArray(value)) return value.slice(0, LIST_LIMIT).flatMap((item) => textsOf(item, depth + 1));
  return isRecord(value) && Object.hasOwn(value, 'name') ? textsOf(value['name'], 2) : [];
}

/** Pandoc's metadata are Markdown, in which an address has angle brackets. */
function isWebAddress(text: string): boolean {
  return /^<?https?:/i.test(text) && URL.canParse(text.replace(/^<(.*)>$/, '$1'));
}
