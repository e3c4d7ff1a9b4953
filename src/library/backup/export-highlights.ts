import type { Highlight } from '../../core/model/highlight.ts';
import { escapeMarkdown, linkDestination } from '../../core/post/escape-markdown.ts';
import { draftOfContent } from '../model/clip.ts';
import { listPendingHighlights } from '../queries/pending-highlights.ts';
import { readWholeClip } from '../queries/read-whole-clip.ts';
import type { Library } from '../store/database.ts';

export const HIGHLIGHT_FORMATS = ['md', 'json', 'csv'] as const;
export type HighlightFormat = (typeof HIGHLIGHT_FORMATS)[number];

/** What is marked in one story. */
interface MarkedStory {
  readonly title: string;
  readonly url: string;
  /** Absent: the story is not clipped. */
  readonly clipId?: string;
  readonly highlights: readonly Highlight[];
}

/** What is marked in clips, and in all stories that are not clipped yet, as a file. */
export async function exportHighlights(
  library: Library,
  ids: readonly string[],
  format: HighlightFormat,
): Promise<Blob> {
  const stories = await markedStories(library, ids);
  return new Blob([WRITERS[format](stories)], { type: TYPES[format] });
}

async function markedStories(library: Library, ids: readonly string[]): Promise<MarkedStory[]> {
  const stories: MarkedStory[] = [];
  for (const clipId of ids) {
    const whole = await readWholeClip(library, clipId);
    const { highlights = [] } = whole?.content ? draftOfContent(whole.content) : {};
    if (whole && highlights.length > 0)
      stories.push({ title: whole.clip.title, url: whole.clip.url, clipId, highlights });
  }
  const pending = (await listPendingHighlights(library)).map(({ title, url, highlights }) => ({
    title,
    url,
    highlights,
  }));
  return [...stories, ...pending];
}

const TYPES: Readonly<Record<HighlightFormat, string>> = {
  md: 'text/markdown',
  json: 'application/json',
  csv: 'text/csv',
};

const WRITERS: Readonly<Record<HighlightFormat, (stories: readonly MarkedStory[]) => string>> = {
  md: markdownOf,
  json: (stories) => `${JSON.stringify(stories, null, 2)}\n`,
  csv: csvOf,
};

function markdownOf(stories: readonly MarkedStory[]): string {
  return stories
    .map(({ title, url, highlights }) => {
      const heading = `## [${escapeMarkdown(title)}](${linkDestination(url)})`;
      const quotes = highlights.map(({ anchor, note }) =>
        [
          linesOf(anchor.exact)
            .map((line) => `> ${line}`)
            .join('\n>\n'),
          ...linesOf(note),
        ].join('\n\n'),
      );
      return `${[heading, ...quotes].join('\n\n')}\n`;
    })
    .join('\n');
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) =>
      escapeMarkdown(line)
        .replace(/^(?=[-+=](?:\s|$|[-=]))/, '\\')
        .replace(/^(\d{1,9})(?=[.)](?:\s|$))/, '$1\\'),
    );
}

const COLUMNS = ['title', 'url', 'passage', 'note', 'colour', 'made'] as const;

/** RFC 4180, with a byte order mark: without it Excel reads Chinese in another encoding. */
function csvOf(stories: readonly MarkedStory[]): string {
  const rows = stories.flatMap(({ title, url, highlights }) =>
    highlights.map(({ anchor, note, colour, createdAt }) => [
      ...[title, url, anchor.exact, note, colour],
      new Date(createdAt).toISOString(),
    ]),
  );
  return `\ufeff${[COLUMNS, ...rows].map((row) => row.map(cellOf).join(',')).join('\r\n')}\r\n`;
}

/** A cell that a spreadsheet would run as a formula gets an apostrophe in front: its text may be a hostile page's. */
function cellOf(text: string): string {
  const inert = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
