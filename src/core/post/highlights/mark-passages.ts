import { findAnchors } from '../../highlights/find-anchors.ts';
import type { Highlight } from '../../model/highlight.ts';
import { type MarkdownText, markdownText } from './markdown-text.ts';

/** A part of the Markdown, as offsets. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What is written before a passage and behind it. */
export interface Marks {
  readonly open: string;
  readonly close: string;
}

/** Where highlights are in the text of Markdown; those that are not there are left out. */
export interface Passages {
  readonly read: MarkdownText;
  readonly found: readonly (Stretch & { readonly highlight: Highlight })[];
  readonly lost: readonly Highlight[];
}

/** Finds highlights in Markdown. The places are offsets of its text, in the order of the text. */
export function findPassages(markdown: string, highlights: readonly Highlight[]): Passages {
  const read = markdownText(markdown);
  const results = findAnchors(
    read.text,
    highlights.map(({ anchor }) => anchor),
  );
  const found = highlights.flatMap((highlight, n) => {
    const result = results[n];
    return result === undefined || typeof result === 'string'
      ? []
      : [{ highlight, start: result.start, end: result.end }];
  });
  const ids = new Set(found.map(({ highlight }) => highlight.id));
  return {
    read,
    found: found.sort((a, b) => a.start - b.start),
    lost: highlights.filter(({ id }) => !ids.has(id)),
  };
}

/**
 * Writes marks around highlighted passages. A passage that goes over links, emphasis, lines or blocks is marked in parts,
 * so that none of them is broken; code and formulas stay as they are.
 */
export function markPassages(markdown: string, highlights: readonly Highlight[], { open, close }: Marks): string {
  const { read, found } = findPassages(markdown, highlights);
  const parts = joined(found).flatMap((passage) => markableParts(read, passage));
  let written = '';
  let done = 0;
  for (const { start, end } of parts) {
    written += `${markdown.slice(done, start)}${open}${markdown.slice(start, end)}${close}`;
    done = end;
  }
  return written + markdown.slice(done);
}

/** Passages that overlap, as one. */
function joined(passages: readonly Stretch[]): Stretch[] {
  const all: Stretch[] = [];
  for (const { start, end } of passages) {
    const last = all.at(-1);
    if (last && start < last.end) all[all.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else all.push({ start, end });
  }
  return all;
}

/** The parts of the Markdown in which a passage is written without a break. */
function markableParts({ text, starts, ends, isMarkable }: MarkdownText, { start, end }: Stretch): Stretch[] {
  const parts: Stretch[] = [];
  let part: Stretch | undefined;
  for (let unit = start; unit < end; unit += 1) {
    const [from = 0, to = 0] = [starts[unit], ends[unit]];
    if (!isMarkable[unit] || text.charAt(unit) === '\n') part = undefined;
    else if (part && (from === part.end || from === part.start)) {
      part = { start: part.start, end: to };
      parts[parts.length - 1] = part;
    } else if (text.charAt(unit).trim() !== '') {
      part = { start: from, end: to };
      parts.push(part);
    }
  }
  return parts.map((each) => withoutSpaceBehind(each, text, starts, start, end));
}

/** A mark ends at a letter: before it `==` would not close. */
function withoutSpaceBehind(
  part: Stretch,
  text: string,
  starts: readonly number[],
  start: number,
  end: number,
): Stretch {
  let last = part.end;
  for (let unit = end - 1; unit >= start && last > part.start; unit -= 1) {
    if ((starts[unit] ?? 0) >= last || (starts[unit] ?? 0) < part.start) continue;
    if (text.charAt(unit).trim() !== '') break;
    last = starts[unit] ?? last;
  }
  return { start: part.start, end: last };
}
