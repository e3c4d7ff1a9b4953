import { attributeOf } from './facts/elements.ts';
import { fieldOf, type JsonNode, stringsOf } from './facts/json-ld.ts';
import { firstMeta } from './facts/meta-tags.ts';
import { firstText, type PageFacts } from './facts/page-facts.ts';
import { type Line, type Mark, type Region, TIME_TAGS, textOfMark } from './facts/page-text.ts';
import { valuesInScripts } from './script-dates.ts';

/**
 * All that a page says of when its story was published, as plain data: what it comes to is found out outside of the page
 * (`published.ts`), which need not wait for it, nor read the code that knows the dates of forty languages.
 */
export interface DateEvidence {
  /** The page's own address, and the one that it calls its own; empty where it calls none so. */
  readonly address: string;
  readonly canonical: string;
  /** The language that the page declares, in lower case: `en-gb`. Empty where it declares none. */
  readonly language: string;
  /** Whether other months than English ones may stand in it. */
  readonly manyMonths: boolean;
  /** What a rule knows of the publisher: its IANA zone, and the text of the element that holds the date. */
  readonly siteZone?: string;
  readonly siteText: string;
  readonly jsonLd: StatedInJson;
  /** The contents of meta tags by lower-case name. */
  readonly meta: readonly NamedContents[];
  /** Elements that may state a date. */
  readonly marks: readonly DateMark[];
  /** What scripts of the page assign to names that mean the moment of publication. */
  readonly scripts: readonly string[];
  readonly lines: readonly DateLine[];
  /** The line of the headline, where it is known. */
  readonly headline?: number;
}

export type NamedContents = readonly [name: string, contents: readonly string[]];

/** Values of JSON-LD. */
export interface StatedInJson {
  readonly published: readonly string[];
  /** Of the web page around the story. */
  readonly pagePublished: readonly string[];
  readonly created: readonly string[];
  readonly uploaded: readonly string[];
  readonly modified: readonly string[];
}

export interface DateMark {
  /** Is an element made for moments. */
  readonly isTime: boolean;
  readonly words: readonly string[];
  readonly roles: readonly string[];
  readonly region: Region;
  /** The line that it begins in, and what stands there before it, as far as it may be a label. */
  readonly line: number;
  readonly label: string;
  readonly text: string;
  /** Its attributes that may be machine-readable, likeliest first. */
  readonly values: readonly string[];
  readonly isMicrodata: boolean;
}

/** A line of the page: as much of it as tells a date. Empty where it holds none. */
export interface DateLine {
  readonly text: string;
  readonly region: Region;
}

/** A line of prose that happens to hold a date is longer than this; bylines and date lines are shorter. */
export const LONGEST_LINE = 220;
const LONGEST_MARK = 160;
const LONGEST_LABEL = 30;
const LONGEST_CONTENT = 200;

/** What a date has at least one of: digits of any script in news, Han numerals. */
const NUMERAL = /[\d０-９〇一二三四五六七八九十元\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59]/;
const DATE_ROLE = /date|time|^dc:/;
const PUBLISHED_META = /publ|pub-?date/;
/** A moment with its offset: with one of these, nothing is looked for in scripts. */
const MOMENT = /\d:\d\d(?::[\d.]+)?(?:Z|[+-]\d\d:?\d\d)/;

export function collectDateEvidence(facts: PageFacts, headlineAt: number | undefined): DateEvidence {
  const { articles, pages, videos } = facts.jsonLd;
  const { lines } = facts.page;
  const jsonLd = {
    published: stated(articles, 'datePublished'),
    pagePublished: stated(pages, 'datePublished'),
    created: stated(articles, 'dateCreated'),
    uploaded: stated(videos, 'uploadDate'),
    modified: stated([...articles, ...pages], 'dateModified'),
  };
  const meta = [...facts.meta].map(([name, all]): NamedContents => [name, all.filter(isShort)]);
  const published = [...jsonLd.published, ...meta.flatMap(([name, all]) => (PUBLISHED_META.test(name) ? all : []))];
  const zone = facts.rule?.zone;
  return {
    address: facts.url.href,
    canonical: canonicalAddress(facts.root),
    language: declaredLanguage(facts),
    manyMonths: facts.manyMonths,
    ...(zone === undefined ? {} : { siteZone: zone }),
    siteText: firstText(facts.root, facts.rule?.date),
    jsonLd,
    meta,
    marks: facts.page.marks.filter(mayDate).map((mark) => dateMark(facts, mark)),
    scripts: published.some((value) => MOMENT.test(value)) ? [] : valuesInScripts(facts.root),
    lines: lines.map((line) => dateLine(facts, line)),
    ...(headlineAt === undefined ? {} : { headline: lineIndex(lines, headlineAt) }),
  };
}

/** Whether the page's markup dates its story, as markup that is made for stories does. */
export function isDated({ jsonLd, meta, marks }: DateEvidence): boolean {
  return jsonLd.published.length > 0 || marks.length > 0 || meta.some(([name]) => PUBLISHED_META.test(name));
}

function canonicalAddress(root: Element): string {
  const link = root.querySelector('link[rel~="canonical"]');
  return link ? (attributeOf(link, 'href') ?? '') : '';
}

function stated(nodes: readonly JsonNode[], key: string): string[] {
  return nodes.flatMap((node) => stringsOf(fieldOf(node, key)));
}

function isShort({ length }: string): boolean {
  return length <= LONGEST_CONTENT;
}

function mayDate({ tag, roles, region }: Mark): boolean {
  return region !== 'comment' && (TIME_TAGS.has(tag) || roles.some((role) => DATE_ROLE.test(role)));
}

function dateMark({ page }: PageFacts, mark: Mark): DateMark {
  const { element, tag, words, roles, region, start } = mark;
  const from = Math.max(page.text.lastIndexOf('\n', start - 1), start - LONGEST_LABEL, 0);
  const values = ['datetime', 'content', 'title'].map((name) => attributeOf(element, name) ?? '');
  return {
    ...{ words, roles, region, isTime: TIME_TAGS.has(tag) },
    line: lineIndex(page.lines, start),
    label: page.text.slice(from, start),
    text: textOfMark(page, mark).slice(0, LONGEST_MARK),
    values: values.filter((value) => value !== '' && isShort(value)),
    isMicrodata: Boolean(attributeOf(element, 'itemprop')),
  };
}

function dateLine({ page }: PageFacts, { start, end, region }: Line): DateLine {
  // One letter more than the longest that is no prose tells the two apart.
  const text = page.text.slice(start, Math.min(end, start + LONGEST_LINE + 1));
  return { text: region !== 'comment' && NUMERAL.test(text) ? text : '', region };
}

/** The index of the line that holds an offset. */
function lineIndex(lines: readonly Line[], at: number): number {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.end ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function declaredLanguage({ root, meta }: PageFacts): string {
  const inRoot = attributeOf(root, 'lang') || attributeOf(root, 'xml:lang');
  return (inRoot || firstMeta(meta, ['content-language', 'og:locale'])).toLowerCase().replace('_', '-');
}
