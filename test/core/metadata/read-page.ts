import { JSDOM, VirtualConsole } from 'jsdom';
import { type Dates, readDates } from '../../../src/core/dates/read-dates.ts';
import { type MetadataFields, readMetadata } from '../../../src/core/metadata/metadata.ts';
import type { Article } from '../../../src/core/model/article.ts';
import type { AuthorEvidence } from '../../../src/core/model/author-evidence.ts';
import { runSteps } from '../../../src/core/model/steps.ts';
import { ALL_MODULES } from '../../../src/core/modules/all-modules.ts';

interface PageParts {
  readonly url?: string;
  readonly lang?: string;
  readonly head?: string;
  readonly body?: string;
  /** What follows the body: a paragraph, unless the page ends with its body. */
  readonly tail?: string;
  readonly now?: string;
  readonly siteRules?: boolean;
}

const PARAGRAPH =
  'The ferry council met until late, heard the pilots and the shopkeepers of the quay, and put the vote off to the spring.';

type Metadata = Omit<Dates, 'warnings'> & Omit<MetadataFields, 'dates' | 'authors'> & Pick<Article, 'authors'>;

const { authors: readers, ...inPage } = ALL_MODULES;

/** Reads the metadata of a page made of these parts, as the command line would: with jsdom, at a fixed clock. */
export function readPage({
  url = 'https://news.example/story',
  lang = 'en',
  head = '',
  body = '',
  tail = `<p>${PARAGRAPH}</p>`,
  ...rest
}: PageParts): { fields: Metadata; warnings: Dates['warnings'] } {
  const html = `<!doctype html><html lang="${lang}"><head>${head}</head><body>${body}${tail}</body></html>`;
  const { window } = new JSDOM(html, { url, virtualConsole: new VirtualConsole() });
  const now = new Date(rest.now ?? '2026-11-22T12:00:00Z');
  const context = { url, now, siteRules: rest.siteRules ?? true, modules: inPage };
  const { dates, authors, ...fields } = runSteps(readMetadata(window.document, context));
  // What it says of dates and authors goes from the page to where they are read as JSON.
  const evidence: AuthorEvidence = JSON.parse(JSON.stringify(authors));
  const { warnings, ...read } = readDates(JSON.parse(JSON.stringify(dates)), now);
  return { fields: { ...fields, ...read, authors: readers.readAuthors(evidence, ALL_MODULES) }, warnings };
}

/** A JSON-LD script. */
export function jsonLd(value: unknown): string {
  return `<script type="application/ld+json">${typeof value === 'string' ? value : JSON.stringify(value)}</script>`;
}
