import { cleanLine } from '../../text/clean-text.ts';
import { decodeEntities } from '../../text/html-entities.ts';
import { attributeOf } from './elements.ts';
import { parseBrokenJson } from './mend-json.ts';

/** One object of the page's JSON-LD. Read its keys with `fieldOf` only: keys come from the page. */
export type JsonNode = Readonly<Record<string, unknown>>;

/** The JSON-LD objects of a page that describe its story, best first in each list. */
export interface JsonLd {
  /** Articles, posts, reports, reviews, recipes … */
  readonly articles: readonly JsonNode[];
  /** The web page around the story. */
  readonly pages: readonly JsonNode[];
  readonly videos: readonly JsonNode[];
  /** Organisations and web sites. */
  readonly publishers: readonly JsonNode[];
  /** Objects by `@id`, for `{"@id": "…"}` references. */
  readonly byId: ReadonlyMap<string, JsonNode>;
}

/** Type names (schema.org 28) that end in one of these are a story. */
const ARTICLE_ENDINGS = [
  'article',
  'posting',
  'report',
  'review',
  'recipe',
  'blogpost',
  'interview',
  'howto',
  'podcastepisode',
];
const PAGE_ENDINGS = [
  'webpage',
  'itempage',
  'aboutpage',
  'faqpage',
  'qapage',
  'profilepage',
  'creativework',
  'book',
  'event',
];
const VIDEO_TYPES = new Set(['videoobject', 'audioobject']);
const PUBLISHER_ENDINGS = ['organization', 'organisation', 'website', 'newspaper'];
/** Keys whose values describe other stories or readers' comments. */
const FOREIGN_KEYS = new Set([
  'comment',
  'review',
  'itemlistelement',
  'mentions',
  'ispartof',
  'citation',
  'relatedlink',
  'blogpost',
  'associatedmedia',
  'isbasedon',
  'suggestedanswer',
  'breadcrumb',
]);
const MAX_NODES = 3_000;
const MAX_LENGTH = 1_000_000;

/** Reads all JSON-LD of a page: arrays, `@graph`, nested objects; broken JSON is mended where it can be. */
export function readJsonLd(root: Element, url: string): JsonLd {
  const nodes: JsonNode[] = [];
  for (const script of root.querySelectorAll('script')) {
    const type = (attributeOf(script, 'type') ?? '').trim().toLowerCase();
    if (!type.startsWith('application/ld+json') && attributeOf(script, 'id') !== 'seo-article-page') continue;
    const text = script.textContent ?? '';
    if (text.length <= MAX_LENGTH) collectNodes(parseBrokenJson(text), nodes);
  }
  const byId = new Map<string, JsonNode>();
  for (const node of nodes) {
    const id = fieldOf(node, '@id');
    if (
      typeof id === 'string' &&
      Object.keys(node).length > (byId.has(id) ? Object.keys(byId.get(id) ?? {}).length : 1)
    )
      byId.set(id, node);
  }
  const ofType = (endings: readonly string[]): JsonNode[] =>
    nodes.filter((node) => typesOf(node).some((type) => endings.some((ending) => type.endsWith(ending))));
  const articles = ofType(ARTICLE_ENDINGS);
  return {
    articles: [...articles.filter((node) => isAbout(node, url)), ...articles.filter((node) => !isAbout(node, url))],
    pages: ofType(PAGE_ENDINGS),
    videos: nodes.filter((node) => typesOf(node).some((type) => VIDEO_TYPES.has(type))),
    publishers: ofType(PUBLISHER_ENDINGS),
    byId,
  };
}

/** An own value of an object from the page: never a member of the prototype. */
export function fieldOf(node: unknown, key: string): unknown {
  return isNode(node) && Object.hasOwn(node, key) ? node[key] : undefined;
}

/** All strings (and numbers) of a value in order: through arrays, `@value`, `@list`; and by `names`, fields of objects. */
export function stringsOf(value: unknown, names: readonly string[] = []): string[] {
  const found: string[] = [];
  const pending: unknown[] = [value];
  for (let steps = 0; pending.length > 0 && steps < 500; steps += 1) {
    const next = pending.shift();
    if (typeof next === 'string') found.push(cleanLine(decodeEntities(next)));
    else if (typeof next === 'number' && Number.isFinite(next)) found.push(String(next));
    else if (Array.isArray(next)) pending.unshift(...next.slice(0, 200));
    else if (isNode(next)) {
      const inner = ['@value', '@list', ...names]
        .map((name) => fieldOf(next, name))
        .find((field) => field !== undefined);
      if (inner !== undefined) pending.unshift(inner);
    }
  }
  return found.filter((text) => text !== '');
}

/** The first string under a key, or empty. */
export function stringOf(node: unknown, key: string, names: readonly string[] = []): string {
  return stringsOf(fieldOf(node, key), names)[0] ?? '';
}

/** The lower-case type names of an object, without their vocabulary. */
export function typesOf(node: unknown): string[] {
  return stringsOf(fieldOf(node, '@type')).map((type) => type.toLowerCase().slice(type.lastIndexOf('/') + 1));
}

/** A value's objects, references by `@id` followed. */
export function nodesOf(value: unknown, byId: ReadonlyMap<string, JsonNode>): JsonNode[] {
  return (Array.isArray(value) ? value.flat(3).slice(0, 200) : [value]).filter(isNode).map((node) => {
    const id = fieldOf(node, '@id');
    return (typeof id === 'string' && Object.keys(node).length <= 2 ? byId.get(id) : undefined) ?? node;
  });
}

function isNode(value: unknown): value is JsonNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function collectNodes(value: unknown, nodes: JsonNode[]): void {
  const pending: unknown[] = [value];
  while (pending.length > 0 && nodes.length < MAX_NODES) {
    const next = pending.pop();
    if (Array.isArray(next)) {
      for (const item of next.slice(0, MAX_NODES).reverse()) pending.push(item);
    } else if (isNode(next)) {
      nodes.push(next);
      for (const key of Object.keys(next).reverse()) {
        if (!FOREIGN_KEYS.has(key.toLowerCase())) pending.push(next[key]);
      }
    }
  }
}

function isAbout(node: JsonNode, url: string): boolean {
  const path = pathOf(url);
  return (
    path !== '' &&
    ['url', '@id', 'mainEntityOfPage'].some((key) => pathOf(stringOf(node, key, ['@id', 'url'])) === path)
  );
}

function pathOf(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname.replace(/\/$/, '') : '';
}
