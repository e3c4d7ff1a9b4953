import { childrenOf } from './children-of.ts';
import { isGutter, readCodeBlock } from './code-block.ts';
import { BARE_LANGUAGES, codeLanguage, safeLanguage } from './code-language.ts';

/** Names of the boxes that highlighters put around code. */
const BOX = /highlight|\bcode|code\b|gist|snippet|syntax|prism|hljs|shiki|lang(?:uage)?-|rouge|file\b|editor|listing/i;

/** Names and words of what is in such a box beside the code. */
const TOOL =
  /lang|copy|clip|tool|bar\b|header|meta|btn|button|label|toggle|expand|gutter|line-?n|dots?\b|circle|badge|action/i;
const TOOL_TEXT = /^(?:copy(?: code)?|copied!?|view raw|raw|run|expand|wrap|复制(?:代码)?|複製|コピー)$/i;
const FILE_NAME = /title|file-?name|caption/i;

/** A box with more other text than this, in characters, holds more than code. */
const OTHER_TEXT = 130;
const CLIMB = 7;

/**
 * Makes each block of code a `pre` that holds its text and nothing else, in the place of the box around it: without line
 * numbers, language bar and buttons. Has to come before anything judges the page by its tables, lines and names.
 */
export function flattenCode(root: Element): void {
  for (const table of Array.from(root.querySelectorAll('table'))) {
    const code = root.contains(table) ? codeOfTable(table) : undefined;
    if (code) replaceBox(table, code, root);
  }
  for (const pre of Array.from(root.querySelectorAll('pre'))) {
    if (!root.contains(pre) || pre.classList.contains('math') || pre.querySelector('img, table, pre')) continue;
    replaceBox(pre, pre, root);
  }
  for (const code of Array.from(root.querySelectorAll('code'))) {
    if (code.querySelector('br') && !code.closest('pre') && !code.querySelector('img')) replaceBox(code, code, root);
  }
}

/** The part of a table that holds code: one cell beside a column of line numbers, or a row for each line. */
function codeOfTable(table: Element): Element | undefined {
  const rows = Array.from(table.querySelectorAll('tr')).filter((row) => row.closest('table') === table);
  const cells = rows.map((row) => childrenOf(row).filter((cell) => /^t[dh]$/.test(cell.localName)));
  const isNumbered = cells.length > 0 && cells.every((row) => row.length === 2 && isNumber(row[0]));
  if (!isNumbered) return undefined;
  if (rows.length > 1) return table;
  const cell = cells[0]?.[1];
  const blocks = cell?.querySelectorAll('pre');
  if (blocks?.length === 1) return blocks[0];
  return cell?.querySelector('pre, code, .line, .container') || BOX.test(cell?.className ?? '') ? cell : undefined;
}

function isNumber(cell: Element | undefined): boolean {
  if (!cell || !/^[\d\s.:|]*$/.test(cell.textContent ?? '')) return false;
  const inner = cell.querySelector('pre, div, span');
  return isGutter(cell) || cell.hasAttribute('data-line-number') || (inner !== null && isGutter(inner));
}

function replaceBox(holder: Element, code: Element, root: Element): void {
  const text = readCodeBlock(code);
  const { box, language } = boxAround(holder, code, root);
  if (!text) {
    if (holder !== code) return;
    box.remove();
    return;
  }
  const document = root.ownerDocument;
  const pre = document.createElement('pre');
  const inner = document.createElement('code');
  const name = text.language || language;
  if (name !== '') inner.setAttribute('class', `language-${name}`);
  inner.textContent = text.text;
  pre.append(inner);
  holder.replaceWith(pre);
  if (holder === box) return;
  box.replaceWith(...keptOf(box, pre));
}

/** The outermost box that a highlighter put around code, and the language that it names there. */
function boxAround(holder: Element, code: Element, root: Element): { box: Element; language: string } {
  const own = (code.textContent ?? '').length + (holder === code ? 0 : gutterLength(holder, code));
  let box = holder;
  let language = safeLanguage(holder.getAttribute('data-tagsearch-lang')?.toLowerCase() ?? null);
  for (let outer = holder.parentElement, level = 0; outer && outer !== root && level < CLIMB; level++) {
    if (/^(?:body|main|article|li|td|dd|blockquote|p)$/.test(outer.localName)) break;
    const captions = Array.from(outer.querySelectorAll('figcaption')).map((one) => one.textContent?.length ?? 0);
    const other = (outer.textContent ?? '').length - own - captions.reduce((sum, length) => sum + length, 0);
    if (other > OTHER_TEXT || outer.querySelector('p, h1, h2, h3')) break;
    if (Array.from(outer.querySelectorAll('pre')).some((one) => !holder.contains(one))) break;
    const names = outer.getAttribute('class') ?? '';
    if (BOX.test(names) || outer.localName === 'figure') box = outer;
    language ||= languageNear(outer, names);
    outer = outer.parentElement;
  }
  return { box, language };
}

function gutterLength(holder: Element, code: Element): number {
  return (holder.textContent ?? '').length - (code.textContent ?? '').length;
}

/** A language that a box states of itself, or in the bar above its code. */
function languageNear(box: Element, names: string): string {
  const stated = box.querySelector('[data-tagsearch-lang]')?.getAttribute('data-tagsearch-lang');
  if (stated) return safeLanguage(stated.toLowerCase());
  const type = /(?:^|\s)type-([\w+#-]+)/.exec(names)?.[1];
  if (type) return safeLanguage(type);
  for (const bar of Array.from(box.querySelectorAll('[class*="lang"], [data-label-text], [class*="header"]'))) {
    const name = (bar.getAttribute('data-label-text') || bar.textContent || '').trim().toLowerCase();
    if (BARE_LANGUAGES.has(name) || (/\blang(?:uage)?\b/.test(bar.className) && safeLanguage(name) === name && name))
      return safeLanguage(name);
  }
  return codeLanguage(box);
}

/** The code of a box, with the caption and the name of its file. */
function keptOf(box: Element, pre: Element): Element[] {
  const kept: Element[] = [];
  for (const element of Array.from(box.querySelectorAll('*'))) {
    if (element === pre) kept.push(pre);
    if (element.contains(pre) || pre.contains(element) || kept.some((one) => one.contains(element))) continue;
    const text = (element.textContent ?? '').trim();
    if (text === '' || element.localName === 'button' || TOOL_TEXT.test(text)) continue;
    const names = element.getAttribute('class') ?? '';
    if (element.localName === 'figcaption' || (FILE_NAME.test(names) && !TOOL.test(names))) {
      const line = pre.ownerDocument.createElement('p');
      line.append(...Array.from(element.childNodes));
      kept.push(line);
    }
  }
  return kept;
}
