import type { Dialect } from '../../model/dialect.ts';
import type { Segment } from './dialect-segments.ts';

type Code = Segment & { kind: 'code' | 'fence' };

/** Templater runs in every note, whatever program the preset is for; Dataview runs code spans that begin so. */
const NOTE_OPENERS = ['<%'];
const QUERY = /^\s*\$?=/;

/** Code in a dialect: nothing in it may run, and it must show the same. */
export function writeCode(segment: Code, following: string, dialect: Dialect): string {
  const content = segment.kind === 'code' ? segment.content : [segment.info, ...segment.lines].join('\n');
  const openers = dialect.notes === 'none' ? dialect.codeOpeners : [...dialect.codeOpeners, ...NOTE_OPENERS];
  const isQuery = dialect.notes !== 'none' && segment.kind === 'code' && QUERY.test(content);
  if (dialect.rawHtml === 'keep' && (isQuery || openers.some((opener) => content.includes(opener)))) {
    return segment.kind === 'code' ? `<code>${quietHtml(codeText(content), isQuery)}</code>` : writePre(segment);
  }
  if (dialect.shortcodes && content.includes('{{')) return quietShortcodes(segment.raw);
  const isRun = dialect.vue && segment.kind === 'code' && content.includes('{{');
  if (isRun && !following.startsWith('{v-pre}')) return `${segment.raw}{v-pre}`;
  return segment.raw;
}

/** The text of a code span: line ends are blanks, and one blank at both ends goes (CommonMark 6.1). */
function codeText(content: string): string {
  const text = content.replace(/\n/g, ' ');
  return /^ .*\S.* $/.test(text) ? text.slice(1, -1) : text;
}

/** Text inside a tag, where programs still read Markdown; before a query, a space that shows nothing. */
function quietHtml(text: string, isQuery: boolean): string {
  const escaped = text.replace(/[&<>{}`*_\\[\]~$|=%#^:"@]|(?<=www)\./gi, (sign) => `&#${sign.charCodeAt(0)};`);
  return isQuery ? `&#8203;${escaped}` : escaped;
}

/** A fenced block as HTML: inside `pre` no program reads Markdown, and all of them decode character references. */
function writePre(fence: Segment & { kind: 'fence' }): string {
  const language = /^[\w+#.-]+$/.test(fence.info) ? ` class="language-${fence.info}"` : '';
  const text = fence.lines.map((line) => line.replace(/[&<>{]/g, (sign) => `&#${sign.charCodeAt(0)};`));
  const lines = `<pre><code${language}>${text.join('\n')}\n</code></pre>`.split('\n');
  return `${lines.map((line, at) => (at === 0 ? fence.lead : fence.indent) + line).join('\n')}${fence.end}`;
}

/** Hugo takes `/*` and `*​/` inside the marks for "show this"; an opener without its end is parted by a space of no width. */
function quietShortcodes(raw: string): string {
  return raw
    .replace(/\{\{<(?!\/\*)((?:(?!>\}\}|\{\{<)[\s\S])*)>\}\}/g, '{{</*$1*/>}}')
    .replace(/\{\{%(?!\/\*)((?:(?!%\}\}|\{\{%)[\s\S])*)%\}\}/g, '{{%/*$1*/%}}')
    .replace(/\{\{(?=[<%](?!\/\*))/g, '{{\u200B');
}
