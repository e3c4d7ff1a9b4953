import { segmentsOf } from './dialect-segments.ts';

const COMMENT = '<!-- -->';
const ITEM = /^([ >]*)([-*+]|\d{1,9}[.)])(?=[ \t]|$)/;
const START = /^[ >]*\{: start="\d+"\}$/;
const BLANK = /^[ >]*$/;

/** An item of a list, as it is met in a walk over the lines. */
interface Item {
  /** The blanks and quotation marks before the marker: lists of one level have the same. */
  readonly indent: string;
  readonly marker: string;
  /** The item before it in its list; absent for the first of a list. */
  readonly before?: string;
  /** The last line that was written. */
  readonly last: string;
}

/** The first item of a list that begins in the line of an outer item's marker: `- 5. text`. */
type InnerItem = Pick<Item, 'indent' | 'marker'>;

/** What the walk tells of a line: an item, the end of lists, or neither. */
interface Visit {
  readonly item?: Item;
  readonly inner: readonly InnerItem[];
  /** Indentations of the lists that this line ends. */
  readonly ended: readonly string[];
}

/**
 * Separates two numbered lists in a row for programs that drop HTML, the comment between them too: the second is
 * numbered with `1)`, the next with `1.` again. Another sign begins another list (CommonMark 5.3).
 */
export function separateLists(markdown: string): string {
  if (!markdown.includes(COMMENT)) return markdown;
  /** The sign of the list that follows a separator, by indentation. */
  const signs = new Map<string, '.' | ')'>();
  let isAfterSeparator = false;
  return rewriteLines(markdown, (line, { item, ended }) => {
    if (line.trimEnd().endsWith(COMMENT) && BLANK.test(line.replace(COMMENT, ''))) {
      const indent = line.slice(0, line.indexOf(COMMENT));
      signs.set(indent, signs.get(indent) === ')' ? '.' : ')');
      isAfterSeparator = true;
      return [];
    }
    if (isAfterSeparator && BLANK.test(line)) return [];
    if (!isAfterSeparator) for (const indent of ended) signs.delete(indent);
    isAfterSeparator = false;
    const sign = item && /^\d/.test(item.marker) ? signs.get(item.indent) : undefined;
    return [sign === undefined ? line : line.replace(/[.)]/, sign)];
  });
}

/**
 * Numbered lists for kramdown (2.4), which starts each at 1 unless an attribute list says otherwise. The attribute list
 * is above the list, or below it where the list is directly under a line of text.
 */
export function writeStarts(markdown: string): string {
  /** Attribute lists that belong below a list, by its indentation. */
  const below = new Map<string, string>();
  const close = (ended: readonly string[]): string[] =>
    ended.flatMap((indent) => {
      const start = below.get(indent);
      below.delete(indent);
      return start === undefined ? [] : [`${indent}${start}`];
    });
  const written = rewriteLines(markdown, (line, { item, inner, ended }) => {
    if (START.test(line)) {
      below.clear();
      return [line];
    }
    const closed = close(ended);
    for (const { indent, marker } of inner) {
      const first = startOf(marker);
      if (first !== undefined) below.set(indent, `{: start="${first}"}`);
    }
    const isNew = item?.before === undefined || kindOf(item.before) !== kindOf(item.marker);
    const number = isNew ? startOf(item?.marker) : undefined;
    if (item === undefined || number === undefined || START.test(item.last)) return [...closed, line];
    const start = `{: start="${number}"}`;
    // Below another list the attribute list would be that list's.
    if (item.before !== undefined)
      return [...closed, `${item.indent}${COMMENT}`, item.indent.trimEnd(), `${item.indent}${start}`, line];
    if (BLANK.test(item.last)) return [...closed, `${item.indent}${start}`, line];
    below.set(item.indent, start);
    return [...closed, line];
  });
  const rest = close([...below.keys()].reverse());
  return rest.length === 0 ? written : `${written.replace(/\n+$/, '')}\n${rest.join('\n')}${/\n*$/.exec(written)?.[0]}`;
}

/**
 * Lists for Python-Markdown, which starts each at 1 and takes a list of another kind for the same one: numbers that do
 * not start at 1 become text, and a comment separates lists in a row.
 */
export function writePythonLists(markdown: string): string {
  /** Indentations of the lists whose numbers become text. */
  const plain = new Set<string>();
  return rewriteLines(markdown, (whole, { item, inner, ended }) => {
    for (const indent of ended) plain.delete(indent);
    if (item === undefined) return [whole];
    let line = whole;
    for (const { indent, marker } of inner) {
      if (startOf(marker) === undefined) continue;
      plain.add(indent);
      line = asText(line, indent.length, marker);
    }
    const { indent, marker, before } = item;
    const isOther = before !== undefined && kindOf(before) !== kindOf(marker);
    if (before === undefined || isOther) {
      plain.delete(indent);
      if (startOf(marker) !== undefined) plain.add(indent);
    }
    const written = plain.has(indent) ? asText(line, indent.length, marker) : line;
    return isOther ? [`${indent}${COMMENT}`, indent.trimEnd(), written] : [written];
  });
}

/** The line with the number of an item as text of it. */
function asText(line: string, at: number, marker: string): string {
  return `${line.slice(0, at)}- ${marker.replace(/[.)]/, '\\$&')}${line.slice(at + marker.length)}`;
}

function kindOf(marker: string): string {
  return marker.replace(/\d/g, '');
}

/** The number that a list starts with, where it is not 1. */
function startOf(marker: string | undefined): number | undefined {
  const number = Number(/^\d+/.exec(marker ?? '')?.[0] ?? 1);
  return number === 1 ? undefined : number;
}

/** Writes the lines of Markdown anew; those of code stay as they are. */
function rewriteLines(markdown: string, rewrite: (line: string, visit: Visit) => readonly string[]): string {
  const markers = new Map<string, string>();
  const written: string[] = [];
  for (const { line, isCode } of linesOf(markdown)) {
    const match = isCode ? null : ITEM.exec(line);
    const [, indent = '', marker = ''] = match ?? [];
    const own = match ? indent : (/^[ >]*/.exec(line)?.[0] ?? '');
    const isBlank = !isCode && BLANK.test(line);
    const ended = isBlank || isCode ? [] : [...markers.keys()].filter((other) => isEnded(other, own, match !== null));
    for (const other of ended) markers.delete(other);
    const before = markers.get(indent);
    const last = written.at(-1) ?? '';
    const item = match ? { indent, marker, last, ...(before === undefined ? {} : { before }) } : undefined;
    const inner = match ? innerItems(line, indent, marker) : [];
    for (const each of [...(item ? [item] : []), ...inner]) markers.set(each.indent, each.marker);
    written.push(...(isCode ? [line] : rewrite(line, { ended: ended.reverse(), inner, ...(item ? { item } : {}) })));
  }
  return written.join('\n');
}

function innerItems(line: string, indent: string, marker: string): InnerItem[] {
  const inner: InnerItem[] = [];
  let outer = indent + ' '.repeat(marker.length);
  for (let match = ITEM.exec(line.slice(outer.length)); match; match = ITEM.exec(line.slice(outer.length))) {
    const [, own = '', sign = ''] = match;
    inner.push({ indent: outer + own, marker: sign });
    outer += own + ' '.repeat(sign.length);
  }
  return inner;
}

/** Whether a line that begins at `own` ends the list at `indent`: one further out, or text at the list's own marker. */
function isEnded(indent: string, own: string, isItem: boolean): boolean {
  return own.length < indent.length || !own.startsWith(indent) || (own === indent && !isItem);
}

/** The lines of Markdown, and which of them are code. */
export function linesOf(markdown: string): { line: string; isCode: boolean }[] {
  const code = new Set<number>();
  let at = 0;
  for (const { kind, raw } of segmentsOf(markdown)) {
    const ends = raw.split('\n').length - 1;
    const opensItem = kind === 'fence' && ITEM.test(raw);
    if (kind === 'fence' || kind === 'verbatim') for (let n = at; n < at + Math.max(1, ends); n++) code.add(n);
    if (opensItem) code.delete(at);
    at += ends;
  }
  return markdown.split('\n').map((line, n) => ({ line, isCode: code.has(n) }));
}
