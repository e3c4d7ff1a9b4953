import { JSDOM, VirtualConsole } from 'jsdom';
import { type Dates, readDates } from '../../../src/core/dates/read-dates.ts';
import { type MetadataFields, readMetadata } from '../../../src/core/metadata/metadata.ts';
import { ALL_MODULES } from '../../../src/core/modules/all-modules.ts';

interface PageParts {
  readonly url?: string;
  readonly lang?: string;
  readonly head?: string;
  readonly body?: string;
  readonly now?: string;
  readonly siteRules?: boolean;
}

const PARAGRAPH =
  'The ferry council met until late, heard the pilots and the shopkeepers of the quay, and put the vote off to the spring.';

type Metadata = Omit<Dates, 'warnings'> & Omit<MetadataFields, 'dates'>;

/** Reads the metadata of a page made of these parts, as the command line would: with jsdom, at a fixed clock. */
export function readPage({
  url = 'https://news.example/story',
  lang = 'en',
  head = '',
  body = '',
  ...rest
}: PageParts): { fields: Metadata; warnings: Dates['warnings'] } {
  const html = `<!doctype html><html lang="${lang}"><head>${head}</head><body>${body}<p>${PARAGRAPH}</p></body></html>`;
  const { window } = new JSDOM(html, { url, virtualConsole: new VirtualConsole() });
  const now = new Date(rest.now ?? '2026-11-22T12:00:00Z');
  const context = { url, now, siteRules: rest.siteRules ?? true, modules: ALL_MODULES };
  const { dates, ...fields } = readMetadata(window.document, context);
  // What it says of dates goes from the page to where they are read as JSON.
  const { warnings, ...read } = readDates(JSON.parse(JSON.stringify(dates)), now);
  return { fields: { ...fields, ...read }, warnings };
}

/** A JSON-LD script. */
export function jsonLd(value: unknown): string {
  return `<script type="application/ld+json">${typeof value === 'string' ? value : JSON.stringify(value)}</script>`;
}
