import { lettersOf } from '../text/text-folding.ts';
import { type TextMeasure, weightOf } from './clean/text-measure.ts';

/** The block of the page that holds the text which the page's JSON-LD states as its `articleBody`. */
export interface JsonLdBody {
  readonly block: Element;
  /** How its paragraphs begin, in letters. */
  readonly openings: readonly string[];
}

/** So much of a script and of its text is read; so many paragraphs are looked up in it. */
const MOST_SCRIPT = 1_000_000;
const MOST_LETTERS = 50_000;
const MOST_PARAGRAPHS = 300;

/** A paragraph is known by so many letters; a story by so many paragraphs. */
const OPENING = 40;
const LEAST_PARAGRAPHS = 2;

/** A text of less weight is a summary. */
const LEAST_STATED = 400;

/** With less of the stated paragraphs than this, another block was found. */
const AGREES = 0.5;

/** The longest `articleBody` of the page's JSON-LD; empty where there is none. */
export function readJsonLdText(scripts: readonly Element[]): string {
  let longest = '';
  for (const script of scripts) {
    const json = (script.textContent ?? '').slice(0, MOST_SCRIPT);
    for (const [, text = ''] of json.matchAll(/"articleBody"\s*:\s*"([^"\\]*(?:\\.[^"\\]*)*)"/g)) {
      if (text.length > longest.length) longest = text;
    }
  }
  return longest.replace(/\\u([\da-f]{4})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** The smallest block around the paragraphs that the page states; undefined where it shows none or they are all over it. */
export function findJsonLdBody(page: Element, text: string, measure: TextMeasure): JsonLdBody | undefined {
  const stated = lettersOf(text.slice(0, MOST_LETTERS).replace(/\\[nrt]/g, ' '));
  if (stated.length < OPENING) return undefined;
  const openings: string[] = [];
  let block: Element | null = null;
  for (const { node } of measure.proseWithin(page).slice(0, MOST_PARAGRAPHS)) {
    const opening = lettersOf(node.nodeValue ?? '').slice(0, OPENING);
    if (!stated.includes(opening)) continue;
    openings.push(opening);
    block ??= node.parentElement;
    while (block && !block.contains(node)) block = block.parentElement;
  }
  return block && block !== page && openings.length >= LEAST_PARAGRAPHS ? { block, openings } : undefined;
}

/** True where a block has most of the paragraphs that the page states. */
export function agreesWith(stated: JsonLdBody, root: Element): boolean {
  const text = lettersOf(root.textContent ?? '');
  return stated.openings.filter((opening) => text.includes(opening)).length >= stated.openings.length * AGREES;
}

/** A page with less prose than this, as Latin letters, shows a notice in a shell that its scripts were to fill. */
const SHELL_PROSE = 150;

/**
 * The stated text as a block of paragraphs; undefined where the page shows a text of its own, or where the stated text is
 * cut short or is not plain.
 *
 * @param amount the amount of prose that the page shows, as Latin letters.
 */
export function blockOfJsonLd(document: Document, text: string, amount: number): Element | undefined {
  if (amount > SHELL_PROSE || weightOf(text) < LEAST_STATED || /<\w|[.…]{3}$|…$/.test(text)) return undefined;
  const root = document.createElement('div');
  const lines = text.replace(/\\(.)/g, (_, sign: string) => ({ n: '\n', r: '\n', t: ' ' })[sign] ?? sign).split(/\n+/);
  for (const line of lines) {
    if (line.trim() === '') continue;
    const paragraph = document.createElement('p');
    paragraph.textContent = line.trim();
    root.append(paragraph);
  }
  return root;
}
