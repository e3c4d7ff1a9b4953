import { type Segment, segmentsOf } from './dialect-segments.ts';
import { quietHtml } from './quiet-html.ts';

/** The signs before which Python-Markdown 3.4 with `extra` drops a backslash (`Markdown.ESCAPED_CHARS`, `tables`). */
const ESCAPABLE = '\\`*_{}[]()>#+-.!|\n';

/**
 * Markdown for Python-Markdown with its `extra` extension, as Pelican uses it:
 *
 * - it shows a backslash before other signs than its own, so that those become character references;
 * - it has no `~~`, which becomes `<del>`;
 * - it reads fences at the start of a line only. Code in a list or a quotation becomes lines of code;
 * - it turns tabs into blanks, in code too, except in HTML.
 */
export function writePythonMarkdown(markdown: string): string {
  let isStruck = false;
  return segmentsOf(markdown)
    .map((segment) => {
      if (segment.kind === 'fence') return writeFence(segment);
      if (segment.kind !== 'text') return segment.raw;
      const text = segment.raw.replace(/\\([\s\S])|~~+|\n[ \t>]*\n/g, (sign, escaped: string | undefined) => {
        if (escaped !== undefined) return writeEscape(escaped);
        if (sign.startsWith('\n')) isStruck = false;
        if (sign !== '~~') return sign;
        isStruck = !isStruck;
        return isStruck ? '<del>' : '</del>';
      });
      return text;
    })
    .join('');
}

function writeEscape(sign: string): string {
  if (ESCAPABLE.includes(sign)) return `\\${sign}`;
  // Nothing reads it: the story has no maths.
  return sign === '$' ? sign : `&#${sign.charCodeAt(0)};`;
}

function writeFence(fence: Segment & { kind: 'fence' }): string {
  if (fence.lead === '') return fence.lines.some((line) => line.includes('\t')) ? writePre(fence) : fence.raw;
  const lines = fence.lines.map(codeLine).join(`  \n${fence.indent}`);
  return `${fence.lead}${lines}${fence.end}`;
}

/** A line of code. Blanks at its start would be dropped, so they are no-break spaces. */
function codeLine(line: string): string {
  const [start = ''] = /^\s*/.exec(line) ?? [];
  if (start === line) return '&#8203;';
  const indent = '&#160;'.repeat(start.replaceAll('\t', '    ').length);
  return `<code>${indent}${quietHtml(line.slice(start.length))}</code>`;
}

/** Fences are read before HTML: none may be in it. */
function writePre(fence: Segment & { kind: 'fence' }): string {
  const language = /^[\w+#.-]+$/.test(fence.info) ? ` class="language-${fence.info}"` : '';
  const text = fence.lines.join('\n').replace(/[&<>\t`~]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return `<pre><code${language}>${text}\n</code></pre>${fence.end}`;
}
