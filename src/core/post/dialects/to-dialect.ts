import type { Dialect } from '../../model/dialect.ts';
import { writeCode } from './dialect-code.ts';
import { withoutFootnotes } from './dialect-footnotes.ts';
import { writeHugoHeadings } from './dialect-headings.ts';
import { withoutHtml } from './dialect-html.ts';
import { separateLists, writePythonLists, writeStarts } from './dialect-lists.ts';
import { writePythonMarkdown } from './dialect-python.ts';
import { type Segment, segmentsOf } from './dialect-segments.ts';
import { runsTemplates, writeText } from './dialect-text.ts';

/**
 * Neutral Markdown (a clip's, or what the user made of it) in a program's dialect: same text, same structure, inert in
 * the program's template language. Never throws; what it does not understand it leaves alone.
 */
export function toDialect(markdown: string, dialect: Dialect): string {
  const headed = dialect.shortcodes ? writeHugoHeadings(markdown) : markdown;
  const noted = dialect.footnotes ? headed : withoutFootnotes(headed);
  const segments = segmentsOf(dialect.rawHtml === 'none' ? separateLists(noted) : noted);
  const kept = dialect.rawHtml === 'none' ? withoutHtml(segments, dialect) : segments;
  const written = kept.map((segment, at) => writeSegment(segment, kept[at + 1]?.raw ?? '', dialect)).join('');
  const marked = writeBlockMarks(dialect.inlineMaths === '$$' ? doubleDollars(written) : written, dialect);
  if (dialect.pythonMarkdown) return writePythonLists(writePythonMarkdown(marked));
  return dialect.kramdown ? writeStarts(marked) : marked;
}

function writeSegment(segment: Segment, following: string, dialect: Dialect): string {
  switch (segment.kind) {
    case 'text':
      return writeText(segment.raw, segment.atLineStart, dialect);
    case 'code':
    case 'fence':
      return writeCode(segment, following, dialect);
    case 'target':
      return segment.raw.replace(/\{(?=[{%#<])/g, '%7B');
    case 'autolink':
      if (/\{[{%#<]/.test(segment.address)) return `<${segment.address.replace(/\{/g, '%7B')}>`;
      return dialect.jsx ? `[${segment.address.replace(/[\\`*_[\]{}<~]/g, '\\$&')}](${segment.address})` : segment.raw;
    case 'html':
      return quietTemplates(tagIn(dialect, segment.raw), dialect);
    case 'verbatim':
      return quietTemplates(segment.raw, dialect);
  }
}

/**
 * Marks whose content kramdown (2.4) shows as it is written, backslashes and links too, unless an attribute asks for
 * Markdown (`HTML_CONTENT_MODEL` in kramdown/parser/html.rb).
 */
const RAW_IN_KRAMDOWN = /^<(?:u|mark|kbd)>$/;

/** Returns a tag in the form in which the program reads Markdown between it and its end. */
export function tagIn(dialect: Dialect, tag: string): string {
  return dialect.kramdown && RAW_IN_KRAMDOWN.test(tag) ? tag.replace('>', ' markdown="span">') : tag;
}

function quietTemplates(raw: string, dialect: Dialect): string {
  return runsTemplates(dialect) ? raw.replace(/\{(?=[{%#<])/g, '&#123;') : raw;
}

/** Maths in a line; a literal dollar is escaped with a backslash. It holds no `|`, which ends a cell of a table. */
const INLINE_MATHS = /(?<![\\$])\$(?!\$)((?:[^$\\\n|]|\\.)+)\$(?!\$)/g;

function doubleDollars(markdown: string): string {
  return segmentsOf(markdown)
    .map(({ kind, raw }) => (kind === 'text' ? raw.replace(INLINE_MATHS, (_whole, tex: string) => `$$${tex}$$`) : raw))
    .join('');
}

const CALLOUT = /^((?:[ \t]*>)+ ?)\[!([A-Za-z]+)\][^\S\n]*(\n|$)/gm;
const TASK = /^([ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+)\[([ xX])\](?=[ \t])/gm;

/** Text at the start of an item that Pandoc and Joplin take for a task's box although it is escaped. */
const TASK_LIKE = /^([ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+)(\\\[[ xX]\\?\])(?=[ \t])/gm;

/** Marks of whole blocks that a program does not know: tasks become ballot boxes, callouts quotations under a bold word. */
function writeBlockMarks(markdown: string, dialect: Dialect): string {
  const isEscapeRead = dialect.pandoc || dialect.notes === 'joplin';
  if (dialect.taskLists && dialect.callouts && !isEscapeRead) return markdown;
  return segmentsOf(isEscapeRead ? markdown.replace(TASK_LIKE, '$1&#8203;$2') : markdown)
    .map((segment) => {
      if (segment.kind !== 'text') return segment.raw;
      const boxes = dialect.taskLists
        ? segment.raw
        : segment.raw.replace(TASK, (_whole, item: string, state: string) => `${item}${state === ' ' ? '☐' : '☑'}`);
      return dialect.callouts
        ? boxes
        : boxes.replace(
            CALLOUT,
            (_whole, quote: string, kind: string, end: string) =>
              `${quote}**${titleCase(kind)}**${end}${quote.trimEnd()}${end}`,
          );
    })
    .join('');
}

function titleCase(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1).toLowerCase()}`;
}
