import { JSDOM } from 'jsdom';
import { type Body, extractBody } from '../../../src/core/extract/body.ts';
import { readText } from '../../../src/core/extract/story.ts';
import { readMetadata } from '../../../src/core/metadata/metadata.ts';
import { runSteps } from '../../../src/core/model/steps.ts';
import { ALL_MODULES } from '../../../src/core/modules/all-modules.ts';

/** A story of our own, five paragraphs long, so that every scorer takes it for one. */
export const PARAGRAPHS: readonly string[] = [
  'The lighthouse at Cape Moran went dark on Sunday evening, for the first time in ninety years, and the harbour master says that it was no accident.',
  'Keepers found the lamp room locked from the inside, its windows shut against the wind, and a note on the desk that asked for quiet, for patience, and for a new lens.',
  'Fishermen who had been out since noon steered home by the bells of the chapel, which the sexton rang until midnight, and nobody was lost.',
  'The council will meet on Thursday to hear the engineer, who warned two winters ago that the old machine would stop, and who was told to wait.',
  'Until then a lamp on the pier shows the way in, brighter than before, and a good deal cheaper, as the treasurer was the first to remark.',
];

export const STORY: string = PARAGRAPHS.map((text) => `<p>${text}</p>`).join('\n');

export interface PageParts {
  readonly before?: string;
  readonly story?: string;
  readonly after?: string;
  readonly head?: string;
  readonly lang?: string;
  readonly url?: string;
}

export function page({ before = '', story = STORY, after = '', head = '', lang = 'en' }: PageParts = {}): string {
  return `<!doctype html><html lang="${lang}"><head><title>The lighthouse goes dark</title>${head}</head>
<body><main><h1>The lighthouse goes dark</h1>${before}<div class="text">${story}</div>${after}</main></body></html>`;
}

/** What extraction makes of a page. */
export function extract(html: string, url = 'https://news.example/lighthouse'): Body & { text: string } {
  const { window } = new JSDOM(html, { url });
  const context = { url, now: new Date('2026-11-22T08:00:00Z'), modules: ALL_MODULES };
  const body = runSteps(extractBody(window.document, context, runSteps(readMetadata(window.document, context))));
  return { ...body, text: readText(body.root) };
}
