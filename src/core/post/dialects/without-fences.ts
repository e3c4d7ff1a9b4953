import { segmentsOf } from './dialect-segments.ts';

/** What programs take for the edge of front matter: dashes (YAML), plus signs (TOML), semicolons (Hexo's JSON). */
const FENCE = /^(?:-{3,}|\+{3,}|;{3,})/;

/**
 * Markdown in which no line begins like the edge of front matter: hexo-front-matter takes all that is above such a line
 * for data, wherever it is. A rule becomes `***`, an underlined heading a `##`, and code is set in by a blank, which
 * Markdown drops.
 */
export function withoutFences(markdown: string): string {
  if (!/^(?:---|\+\+\+|;;;)/m.test(markdown)) return markdown;
  return segmentsOf(underlinedAsMarked(markdown))
    .map((segment) => {
      if (segment.kind === 'fence') return segment.lead === '' ? setIn(segment.raw, segment.lines) : segment.raw;
      return segment.kind === 'text' ? segment.raw.replace(/^(?:---|\+\+\+|;;;)/gm, quiet) : segment.raw;
    })
    .join('');
}

/** A heading of one line over an underline of dashes as `## …`; a rule as `***`. */
function underlinedAsMarked(markdown: string): string {
  const lines = markdown.split('\n');
  let isCode = false;
  return lines
    .flatMap((line, at) => {
      if (/^(?:```|~~~)/.test(line)) isCode = !isCode;
      const before = lines[at - 1]?.trim() ?? '';
      const next = lines[at + 1] ?? '';
      if (isCode) return [line];
      if (/^-{3,}\s*$/.test(line)) return before === '' || at === 0 ? ['***'] : [];
      const isHeading = /^-{3,}\s*$/.test(next) && line.trim() !== '' && (before === '' || at === 0);
      return [isHeading ? `## ${line.trim()}` : line];
    })
    .join('\n');
}

function setIn(raw: string, lines: readonly string[]): string {
  return lines.some((line) => FENCE.test(line)) ? raw.replace(/^(?=.)/gm, ' ') : raw;
}

function quiet(fence: string): string {
  return `&#${fence.charCodeAt(0)};${fence.slice(1)}`;
}
