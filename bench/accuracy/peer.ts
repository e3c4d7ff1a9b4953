/**
 * A peer as a process: `run-typescript.mjs bench/accuracy/peer.ts readability|defuddle` reads `{id,url,html}` a line and
 * answers what that tool makes of the page, on jsdom as our own command line, with the same step from HTML to text.
 */
import { createInterface } from 'node:readline';
import { Readability } from '@mozilla/readability';
import { Defuddle } from 'defuddle/node';
import { JSDOM, VirtualConsole } from 'jsdom';
import TurndownService from 'turndown';
import { readText } from '../../src/core/extract/story.ts';

interface PeerAnswer {
  readonly title: string | null;
  readonly authors: readonly string[];
  readonly published: string | null;
  readonly text: string;
  readonly markdown: string | null;
}

const NOTHING: PeerAnswer = { title: null, authors: [], published: null, text: '', markdown: null };
const turndown = new TurndownService({ headingStyle: 'atx', codeBlockStyle: 'fenced' });

async function readability(document: Document): Promise<PeerAnswer> {
  const article = new Readability(document).parse();
  if (!article) return NOTHING;
  const { title, byline, publishedTime, content } = article;
  return {
    title: title ?? null,
    authors: byline ? [byline] : [],
    published: publishedTime ?? null,
    text: textOf(content ?? ''),
    markdown: turndown.turndown(content ?? ''),
  };
}

async function defuddle(document: Document, url: string): Promise<PeerAnswer> {
  const { title, author, published, content, contentMarkdown } = await Defuddle(document, url, {
    separateMarkdown: true,
    useAsync: false,
  });
  return {
    title: title || null,
    authors: author ? [author] : [],
    published: published || null,
    text: textOf(content),
    markdown: contentMarkdown ?? null,
  };
}

function textOf(html: string): string {
  const { window } = new JSDOM(html);
  const text = readText(window.document.body);
  window.close();
  return text;
}

const peer = process.argv[2] === 'defuddle' ? defuddle : readability;
// Standard output is for answers; what a tool logs is not one.
for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) console[method] = () => {};

for await (const line of createInterface({ input: process.stdin })) {
  const { id, url, html } = JSON.parse(line) as { id: string; url: string; html: string };
  const { window } = new JSDOM(html, { url, virtualConsole: new VirtualConsole() });
  let answer: PeerAnswer & { readonly error: string | null };
  try {
    answer = { ...(await peer(window.document, url)), error: null };
  } catch (error) {
    answer = { ...NOTHING, error: String(error) };
  }
  process.stdout.write(`${JSON.stringify({ id, ...answer })}\n`);
  window.close();
}
