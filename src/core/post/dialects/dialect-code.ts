import type { Dialect } from '../../model/dialect.ts';
import type { Segment } from './dialect-segments.ts';
import { runsQueries } from './note-programs.ts';
import { quietHtml } from './quiet-html.ts';

type Code = Segment & { kind: 'code' | 'fence' };

/** Templater runs in every note, whatever program the preset is for; Dataview runs code spans that begin so. */
const NOTE_OPENERS = ['<%'];
const QUERY = /^\s*\$?=/;

/** Code in a dialect: nothing in it may run, and it must show the same. */
export function writeCode(segment: Code, following: string, dialect: Dialect): string {
  const content = segment.kind === 'code' ? segment.content : [segment.info, ...segment.lines].join('\n');
  const hasQueries = runsQueries(dialect.notes);
  const openers = hasQueries ? [...dialect.codeOpeners, ...NOTE_OPENERS] : dialect.codeOpeners;
  const isQuery = hasQueries && segment.kind === 'code' && QUERY.test(content);
  if (dialect.rawHtml === 'keep' && (isQuery || openers.some((opener) => content.includes(opener)))) {
    return segment.kind === 'code' ? `<code>${quietCode(codeText(content), isQuery)}</code>` : writePre(segment);
  }
  if (dialect.shortcodes && content.includes('{{')) return quietShortcodes(segment.raw);
  if (dialect.kramdown && segment.kind === 'fence') return partFromMarker(segment);
  const isRun = dialect.vue && segment.kind === 'code' && content.includes('{{');
  if (isRun && !following.startsWith('{v-pre}')) return `${segment.raw}{v-pre}`;
  return segment.raw;
}

/** The text of a code span: line ends are blanks, and one blank at both ends goes (CommonMark 6.1). */
function codeText(content: string): string {
  const text = content.replace(/\n/g, ' ');
  return /^ .*\S.* $/.test(text) ? text.slice(1, -1) : text;
}

/** Text inside a tag; before a query, a space that shows nothing. */
function quietCode(text: string, isQuery: boolean): string {
  return isQuery ? `&#8203;${quietHtml(text)}` : quietHtml(text);
}

/** A fenced block as HTML: inside `pre` no program reads Markdown, and all of them decode character references. */
function writePre(fence: Segment & { kind: 'fence' }): string {
  const language = /^[\w+#.-]+$/.test(fence.info) ? ` class="language-${fence.info}"` : '';
  const text = fence.lines.map((line) => line.replace(/[&<>{]/g, (sign) => `&#${sign.charCodeAt(0)};`));
  const lines = `<pre><code${language}>${text.join('\n')}\n</code></pre>`.split('\n');
  return `${lines.map((line, at) => (at === 0 ? fence.lead : fence.indent) + line).join('\n')}${fence.end}`;
}

/** kramdown (2.4) reads a list in code that begins on the line of an item's marker: the code begins below it. */
function partFromMarker(fence: Segment & { kind: 'fence' }): string {
  const opensItem = /[-*+.)][ \t]+$/.test(fence.lead);
  if (!opensItem || !fence.lines.some((line) => /^\s*(?:[-*+]|\d+\.)\s/.test(line))) return fence.raw;
  return `${fence.lead}&#8203;\n\n${fence.indent}${fence.raw.slice(fence.lead.length)}`;
}

/** Hugo takes `/*` and `*​/` inside the marks for "show this"; an opener without its end is parted by a space of no width. */
function quietShortcodes(raw: string): string {
  return raw
    .replace(/\{\{<(?!\/\*)((?:(?!>\}\}|\{\{<)[\s\S])*)>\}\}/g, '{{</*$1*/>}}')
    .replace(/\{\{%(?!\/\*)((?:(?!%\}\}|\{\{%)[\s\S])*)%\}\}/g, '{{%/*$1*/%}}')
    .replace(/\{\{(?=[<%](?!\/\*))/g, '{{\u200B');
}
