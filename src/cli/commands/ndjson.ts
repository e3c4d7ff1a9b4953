import { once } from 'node:events';
import { parseArgs } from 'node:util';
import type { ArticleWarning, Removal } from '../../core/model/article.ts';
import type { Preset } from '../../core/model/preset.ts';
import type { SiteRule } from '../../core/model/site-rule.ts';
import { asOnePage } from '../../core/pages/as-one-page.ts';
import { type ClipReport, postOf, presetOf, reportOf } from '../clip-report.ts';
import type { Command } from '../command.ts';
import type { Page } from '../dom.ts';
import { CliError, failureSentence } from '../failure-sentence.ts';
import { jobsOf } from '../jobs-of.ts';
import { pageText } from '../load.ts';
import { type ClipPool, DEFAULT_JOBS, openClipPool } from '../pool/clip-pool.ts';
import { mapInOrder } from '../pool/map-in-order.ts';
import { siteFileOf } from '../site-file.ts';
import { nameSlowPage } from '../slow-page.ts';

const HELP = `Usage: jianbao ndjson [--preset NAME] < pages.ndjson > clips.ndjson

Clips many pages: one JSON object a line in, one a line out, in the same order. One bad page never ends the run.

In:   {id, url, html}                 a page as text
      {id, url, base64, contentType}  a page as bytes, whose charset is found out as browsers do
Out:  {id, title, authors, published, siteName, lang, text, markdown, post, fileName, html, warnings,
       error, ms}
      error is null, or a sentence that says why there is no clip.
      warnings has pages-missing where the page has further pages: none is fetched.

Options:
  --preset NAME    Form of the post (default: jekyll); jianbao clip --help names them
  --jobs N         Clip N pages at a time (default: ${DEFAULT_JOBS}, the processors of this computer)
  --rules FILE     Your own rules for sites, as the settings of the extension export them
  --no-site-rules  Without the rules for single publishers
  --trace          Add "trace": what was dropped from each page, by which pass and why
  -h, --help       Show this help
`;

type Answer = { readonly id: unknown } & (ClipReport | typeof NOTHING) & {
    /** What may be wrong with the clip. */
    readonly warnings: readonly ArticleWarning[];
    readonly trace?: readonly Removal[];
    readonly error: string | null;
    /** Wall time of reading, clipping and writing the page, in milliseconds. */
    readonly ms: number;
  };

interface NdjsonOptions {
  readonly preset: Preset;
  readonly siteRules: boolean;
  readonly ownRules: readonly SiteRule[];
  readonly trace: boolean;
}

const NOTHING = {
  title: null,
  authors: [],
  published: null,
  siteName: null,
  lang: null,
  text: '',
  markdown: '',
  post: null,
  fileName: null,
  html: null,
  warnings: [],
} as const;

export const ndjson: Command = {
  help: HELP,
  async run(args) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        preset: { type: 'string' },
        rules: { type: 'string' },
        jobs: { type: 'string' },
        'no-site-rules': { type: 'boolean', default: false },
        trace: { type: 'boolean', default: false },
      },
    });
    const jobs = jobsOf(values.jobs, DEFAULT_JOBS);
    const options = {
      preset: await presetOf(values.preset),
      siteRules: !values['no-site-rules'],
      ownRules: (await siteFileOf(values.rules)).rules,
      trace: values.trace,
    };
    const pool = openClipPool(jobs);
    try {
      for await (const reply of mapInOrder(pageLines(), jobs, (line) => answer(line, pool, options))) {
        if (!process.stdout.write(`${JSON.stringify(reply)}\n`)) await once(process.stdout, 'drain');
      }
    } finally {
      await pool.close();
    }
    return 0;
  },
};

/**
 * The lines of standard input that are not blank. Read as bytes, and each line made a text once: Node's `readline` copies
 * what it has of a line with every piece that arrives.
 */
async function* pageLines(): AsyncGenerator<string> {
  const chunks: AsyncIterable<Buffer> = process.stdin;
  const pieces: Uint8Array[] = [];
  const line = (): string => Buffer.concat(pieces.splice(0)).toString('utf8');
  for await (const piece of chunks) {
    let start = 0;
    for (let end = piece.indexOf(LINE_FEED); end >= 0; end = piece.indexOf(LINE_FEED, start)) {
      pieces.push(piece.subarray(start, end));
      start = end + 1;
      const text = line();
      if (text.trim() !== '') yield text;
    }
    pieces.push(piece.subarray(start));
  }
  const last = line();
  if (last.trim() !== '') yield last;
}

const LINE_FEED = 10;

async function answer(
  line: string,
  pool: ClipPool,
  { preset, siteRules, ownRules, trace }: NdjsonOptions,
): Promise<Answer> {
  const start = performance.now();
  const elapsed = (): number => Math.round((performance.now() - start) * 10) / 10;
  let id: unknown = null;
  try {
    const request = requestOf(line);
    id = request['id'] ?? null;
    const now = new Date();
    const page = pageOf(request);
    const clipped = await pool.clip(page, now, siteRules, ownRules);
    nameSlowPage(page.url, clipped.milliseconds);
    const article = asOnePage(clipped);
    const { warnings } = article;
    const report = reportOf(article, postOf(article, preset, now));
    return { id, ...report, warnings, ...(trace ? { trace: article.trace } : {}), error: null, ms: elapsed() };
  } catch (error) {
    return { id, ...NOTHING, error: failureSentence(error), ms: elapsed() };
  }
}

function requestOf(line: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    // Some programs mark the beginning of their output.
    value = JSON.parse(line.replace(/^\ufeff/, ''));
  } catch {
    throw new CliError('This line is not JSON.');
  }
  if (typeof value !== 'object' || value === null) throw new CliError('This line is not a JSON object.');
  return { ...value };
}

function pageOf(request: Readonly<Record<string, unknown>>): Page {
  const { url, html, base64, contentType } = request;
  if (typeof url !== 'string' || !URL.canParse(url)) throw new CliError('This line has no "url" that is an address.');
  if (typeof html === 'string') return { url, html };
  if (typeof base64 !== 'string') throw new CliError('This line has neither "html" nor "base64".');
  const type = typeof contentType === 'string' ? contentType : '';
  return { url, html: pageText(Buffer.from(base64, 'base64'), type, url) };
}
