import { decodeEntities } from '../../text/html-entities.ts';
import { type Segment, segmentsOf } from '../dialects/dialect-segments.ts';

/** The running text of a Markdown document, and where each unit of it is written. */
export interface MarkdownText {
  readonly text: string;
  /** For each UTF-16 unit of the text: where it begins in the Markdown, and where it ends. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Whether marks can be written around it: not in code, formulas and addresses. */
  readonly isMarkable: readonly boolean[];
}

/** What a line begins with that is no text: indentation, quotation and list signs, a heading's, a callout's, a footnote's label. */
const LINE_START =
  /(?:[ \t>]|(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t])?|#{1,6}[ \t]+|\[![A-Za-z]+\]|\[\^[^\]\s]+\]:)+/y;
/** The line under a table's head, and the one under a heading. */
const RULE_LINE = /[ \t>]*(?:\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?|=+)[ \t]*(?=\n|$)/y;
const ESCAPE = /\\[!-/:-@[-`{-~]/y;
const ENTITY = /&(?:#\d{1,7}|#[xX][\dA-Fa-f]{1,6}|[A-Za-z][A-Za-z\d]{1,31});/y;
const NOTE_SIGN = /\[\^[^\]\s]+\]/y;
const FORMULA = /\$\$?[^$\n]+\$\$?/y;
/** Signs of emphasis, links and tables. */
const SIGN = /[*~[\]|]|_(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])_/uy;

/** Reads the text of Markdown in any of the dialects. Linear; not a parser: where it errs, a passage is not found. */
export function markdownText(markdown: string): MarkdownText {
  const writer = new TextWriter();
  let at = 0;
  for (const segment of segmentsOf(markdown)) {
    readSegment(writer, segment, markdown, at);
    at += segment.raw.length;
  }
  return writer;
}

class TextWriter implements MarkdownText {
  text = '';
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  readonly isMarkable: boolean[] = [];
  /** Inside the description of a picture, which is not shown. */
  inPicture = false;

  add(text: string, start: number, end: number, isMarkable = true): void {
    this.text += text;
    for (let unit = 0; unit < text.length; unit += 1) {
      // Text as it is written has a place for each unit.
      const isWritten = text.length === end - start;
      this.starts.push(isWritten ? start + unit : start);
      this.ends.push(isWritten ? start + unit + 1 : end);
      this.isMarkable.push(isMarkable);
    }
  }
}

function readSegment(writer: TextWriter, segment: Segment, markdown: string, at: number): void {
  const end = at + segment.raw.length;
  switch (segment.kind) {
    case 'text':
      readText(writer, markdown, at, end, segment.atLineStart);
      break;
    case 'target':
      writer.inPicture = false;
      break;
    case 'html':
      break;
    case 'code':
      writer.add(segment.content, at, end, false);
      break;
    case 'autolink':
      writer.add(segment.address, at, end, false);
      break;
    case 'fence':
      writer.add(`\n${segment.lines.join('\n')}\n`, at, end, false);
      break;
    case 'verbatim':
      writer.add(segment.raw.replace(/<[^<>]*>/g, ''), at, end, false);
  }
}

function readText(writer: TextWriter, markdown: string, from: number, to: number, atLineStart: boolean): void {
  let isLineStart = atLineStart;
  for (let at = from; at < to; ) {
    const skipped = isLineStart ? lengthOf(RULE_LINE, markdown, at) || lengthOf(LINE_START, markdown, at) : 0;
    isLineStart = false;
    if (skipped > 0) {
      at += Math.min(skipped, to - at);
      continue;
    }
    const sign = markdown.charAt(at);
    if (sign === '\n') {
      isLineStart = true;
      writer.inPicture = false;
    }
    at += readUnit(writer, markdown, at, sign);
  }
}

/** Reads what is written at a place. @returns its length in the Markdown. */
function readUnit(writer: TextWriter, markdown: string, at: number, sign: string): number {
  const add = (text: string, length: number, isMarkable = true): number => {
    if (!writer.inPicture) writer.add(text, at, at + length, isMarkable);
    return length;
  };
  if (sign === '\\' && lengthOf(ESCAPE, markdown, at) > 0) return add(markdown.charAt(at + 1), 2);
  if (sign === '&') {
    const length = lengthOf(ENTITY, markdown, at);
    if (length > 0) return add(decodeEntities(markdown.slice(at, at + length)), length);
  }
  if (sign === '!' && markdown.charAt(at + 1) === '[') {
    writer.inPicture = true;
    return 2;
  }
  if (sign === '[') {
    const length = lengthOf(NOTE_SIGN, markdown, at);
    if (length > 0) return length;
  }
  if (sign === '$') {
    const length = lengthOf(FORMULA, markdown, at);
    if (length > 0) return add(markdown.slice(at, at + length), length, false);
  }
  if (lengthOf(SIGN, markdown, at) > 0) return 1;
  return add(sign, 1);
}

function lengthOf(pattern: RegExp, markdown: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(markdown)?.[0].length ?? 0;
}
