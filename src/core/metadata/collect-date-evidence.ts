import {
  type DateEvidence,
  type DateLine,
  type DateMark,
  LONGEST_LINE,
  type NamedContents,
} from '../model/date-evidence.ts';
import { valuesInScripts } from './script-values.ts';
import { attributeOf } from './sources/elements.ts';
import { fieldOf, type JsonNode, stringsOf } from './sources/json-ld.ts';
import { firstMeta } from './sources/meta-tags.ts';
import { firstText, type PageSources } from './sources/page-sources.ts';
import { type Line, type Mark, TIME_TAGS, textOfMark } from './sources/page-text.ts';

const LONGEST_MARK = 160;
const LONGEST_LABEL = 30;
const LONGEST_CONTENT = 200;

/** Every date has one of these: digits of the scripts of news, Han numerals. */
const NUMERAL = /[\d０-９〇一二三四五六七八九十元\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59]/;
const DATE_ROLE = /date|time|^dc:/;
const PUBLISHED_META = /publ|pub-?date/;
/** A moment with its offset. Where the page states one, its scripts are not searched. */
const MOMENT = /\d:\d\d(?::[\d.]+)?(?:Z|[+-]\d\d:?\d\d)/;

/** Only reads. @param headlineAt where the headline begins in the page's text. */
export function collectDateEvidence(sources: PageSources, headlineAt: number | undefined): DateEvidence {
  const { articles, pages, videos } = sources.jsonLd;
  const { lines } = sources.page;
  const jsonLd = {
    published: stated(articles, 'datePublished'),
    pagePublished: stated(pages, 'datePublished'),
    created: stated(articles, 'dateCreated'),
    uploaded: stated(videos, 'uploadDate'),
    modified: stated([...articles, ...pages], 'dateModified'),
  };
  const meta = [...sources.meta].map(([name, all]): NamedContents => [name, all.filter(isShort)]);
  const published = [...jsonLd.published, ...meta.flatMap(([name, all]) => (PUBLISHED_META.test(name) ? all : []))];
  const zone = sources.rule?.zone;
  return {
    pageUrl: sources.url.href,
    canonical: sources.isStale ? '' : canonicalAddress(sources.root),
    language: declaredLanguage(sources),
    manyMonths: sources.modules.european !== undefined,
    ...(zone === undefined ? {} : { siteZone: zone }),
    siteText: firstText(sources.root, sources.rule?.date),
    jsonLd,
    meta,
    marks: sources.page.marks.filter(mayDate).map((mark) => dateMark(sources, mark)),
    scripts: sources.isStale || published.some((value) => MOMENT.test(value)) ? [] : valuesInScripts(sources.root),
    lines: lines.map((line, index) => dateLine(sources, line, lines[index + 1])),
    ...(headlineAt === undefined ? {} : { headline: lineIndex(lines, headlineAt) }),
  };
}

/** Whether the page's markup dates its story, as markup that is made for stories does. */
export function isDated({ jsonLd, meta, marks }: DateEvidence): boolean {
  return (
    jsonLd.published.length > 0 ||
    meta.some(([name]) => PUBLISHED_META.test(name)) ||
    marks.some(({ values, text }) => [...values, text].some((value) => NUMERAL.test(value)))
  );
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

/** A quotation or an embedded post has the date of what it quotes. */
function mayDate({ tag, roles, region, element }: Mark): boolean {
  if (region === 'comment' || !(TIME_TAGS.has(tag) || roles.some((role) => DATE_ROLE.test(role)))) return false;
  return element.closest('blockquote') === null;
}

function dateMark({ page }: PageSources, mark: Mark): DateMark {
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

/** A line with a numeral; or a short one in front of such a line, which may be its label. */
function dateLine({ page }: PageSources, { start, end, region }: Line, next: Line | undefined): DateLine {
  // One character more than the limit marks the line as prose.
  const text = page.text.slice(start, Math.min(end, start + LONGEST_LINE + 1));
  const isKept =
    NUMERAL.test(text) || (end - start <= LONGEST_LABEL && next !== undefined && hasNumeral(page.text, next));
  return { text: region !== 'comment' && isKept ? text : '', region };
}

function hasNumeral(text: string, { start, end }: Line): boolean {
  return NUMERAL.test(text.slice(start, Math.min(end, start + LONGEST_LINE)));
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

function declaredLanguage({ root, meta }: PageSources): string {
  const inRoot = attributeOf(root, 'lang') || attributeOf(root, 'xml:lang');
  return (inRoot || firstMeta(meta, ['content-language', 'og:locale'])).toLowerCase().replace('_', '-');
}
