import { type Segment, segmentsOf } from './dialect-segments.ts';

const DEFINITION = /^\[\^([^\]\s]+)\]:[ \t]*/;

/**
 * Notes for programs without them: signs become `\[1\]`, the notes a numbered list at the end. Left as they are,
 * `[^1]: word` would be a link's definition, and the note's text gone.
 */
export function withoutFootnotes(markdown: string): string {
  const { story, notes } = takeNotes(markdown);
  if (notes.size === 0) return markdown;
  const numbers = new Map([...notes.keys()].map((name, at) => [name, at + 1]));
  const text = segmentsOf(story)
    .map((segment) => (segment.kind === 'text' ? replaceSigns(segment.raw, numbers) : segment.raw))
    .join('');
  const list = [...notes.values()].map((note, at) => `${`${at + 1}.`.padEnd(4)}${note.trim()}`);
  return `${text.trimEnd()}\n\n***\n\n${list.join('\n\n')}${markdown.endsWith('\n') ? '\n' : ''}`;
}

/** Takes the definitions out; the lines below one that are set in by four blanks belong to it. */
function takeNotes(markdown: string): { story: string; notes: Map<string, string> } {
  const notes = new Map<string, string>();
  const story: string[] = [];
  let current: string | undefined;
  for (const segment of segmentsOf(markdown)) {
    for (const line of linesOf(segment)) {
      const definition = segment.kind === 'text' && segment.atLineStart ? DEFINITION.exec(line) : null;
      if (definition?.[1] !== undefined) {
        current = definition[1];
        notes.set(current, line.slice(definition[0].length));
      } else if (current !== undefined && continues(line, notes.get(current) ?? '')) {
        notes.set(current, `${notes.get(current) ?? ''}${line}`);
      } else {
        current = undefined;
        story.push(line);
      }
    }
  }
  return { story: story.join(''), notes };
}

function linesOf(segment: Segment): string[] {
  return segment.kind === 'fence' ? [segment.raw] : segment.raw.split(/(?<=\n)/);
}

function continues(line: string, before: string): boolean {
  return !before.endsWith('\n') || /^(?: {4}|\t|\s*$)/.test(line);
}

function replaceSigns(text: string, numbers: ReadonlyMap<string, number>): string {
  return text.replace(/(?<!\\)\[\^([^\]\s]+)\]/g, (sign, name: string) => {
    const number = numbers.get(name);
    return number === undefined ? sign : `\\[${number}\\]`;
  });
}
