import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { ClipError } from '../core/model/failure.ts';
import { decodePage } from './charset.ts';
import type { Page } from './dom.ts';
import { CliError } from './failure-sentence.ts';
import { type JudgedFetch, MAX_PAGE_BYTES, PrivateAddressError, RedirectError, USER_AGENT } from './judged-fetch.ts';
import { RobotsError } from './network/robots-rules.ts';
import { networkReason } from './network-reason.ts';
import { withoutPassword } from './without-password.ts';

/** How long a server may take for the whole page, where the command line does not say. */
export const DEFAULT_TIMEOUT_SECONDS = 30;

const ACCEPT = 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.1';

/** The compressions that `fetch` takes off a body; in any other it would be read as it is. */
const KNOWN_COMPRESSIONS = new Set(['', 'identity', 'gzip', 'x-gzip', 'deflate', 'br']);

/** The address of a page that does not say where it is from: its local path is private. */
const NOWHERE = 'about:blank';

/** How Chromium and its kin begin a page that they save as one file. */
const WEB_ARCHIVE = /^(?:From: <Saved by [^>]*>|MIME-Version: 1)/;

/** Thrown where a server does not send a page. */
export class FetchError extends CliError {
  /** It may work later: the network, a server that fails or asks for patience. */
  readonly isPassing: boolean;

  constructor(sentence: string, isPassing: boolean) {
    super(sentence);
    this.isPassing = isPassing;
  }
}

/** Statuses by which a server says that the same request may work later. */
export function isPassingStatus(status: number): boolean {
  return status === 408 || status === 425 || status === 429 || status >= 500;
}

export interface LoadOptions {
  /** The address that the page counts as; without it the one it came from, or the one that a saved page states. */
  readonly url?: string;
  /** What standard input had, where it was read before. */
  readonly bytes?: Uint8Array;
  /** Whether the site's `robots.txt` counts: not for an address that the user named. */
  readonly obeysRobots?: boolean;
  readonly fetch: JudgedFetch;
  readonly timeoutSeconds: number;
}

/**
 * Reads what a command line names: an http(s) or file address, a file, or `-` for standard input.
 *
 * @throws {CliError} with a sentence; {ClipError} for things that are not pages.
 */
export async function loadPage(input: string, options: LoadOptions): Promise<Page> {
  const { url, bytes: read } = options;
  if (/^https?:\/\//i.test(input)) return fetchPage(input, options);
  const path = pathOf(input);
  const bytes = read ?? (path === '-' ? await buffer(process.stdin) : await readPageFile(path));
  const html = pageText(bytes, '', url ?? '');
  if (WEB_ARCHIVE.test(html)) {
    throw new CliError(`${withoutPassword(input)} is a web archive (MHTML), which is not read. Save the page as HTML.`);
  }
  const isXhtml = /\.xht(?:ml)?$/i.test(path);
  return { html, url: url ?? statedAddress(html) ?? NOWHERE, ...(isXhtml ? { isXhtml } : {}) };
}

function pathOf(input: string): string {
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(input)?.[1]?.toLowerCase();
  if (scheme === undefined) return input;
  if (scheme !== 'file') throw new CliError(`A page cannot be had by ${scheme}:, only by http, https or from a file.`);
  try {
    return fileURLToPath(input);
  } catch {
    throw new CliError(`${withoutPassword(input)} names no file of this computer.`);
  }
}

/** The text of a page's bytes, refused where they are none, too many, or no page. */
export function pageText(bytes: Uint8Array, contentType: string, url: string): string {
  if (bytes.length === 0) throw new ClipError('blank');
  if (bytes.length > MAX_PAGE_BYTES) throw new ClipError('too-large', `${bytes.length} bytes`);
  refuseUnlessHtml(contentType);
  if (Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-') throw new ClipError('pdf');
  return decodePage(bytes, contentType, url);
}

function refuseUnlessHtml(contentType: string): void {
  const type = (contentType.split(';', 1)[0] ?? '').trim().toLowerCase();
  // A value that is not a type is ignored; browsers then look at the bytes.
  if (!type.includes('/') || type === 'text/html' || type === 'application/xhtml+xml') return;
  if (type === 'application/pdf') throw new ClipError('pdf');
  if (type.startsWith('image/')) throw new ClipError('image');
  throw new ClipError('not-html', type);
}

async function fetchPage(input: string, options: LoadOptions): Promise<Page> {
  const { url: countsAs, fetch, timeoutSeconds, obeysRobots = true } = options;
  if (!URL.canParse(input)) throw new CliError(`${withoutPassword(input)} is not a web address.`);
  const address = new URL(input);
  const headers = new Headers({ 'User-Agent': USER_AGENT, Accept: ACCEPT });
  if (address.username !== '') {
    const credentials = [address.username, address.password].map(decodePercents).join(':');
    headers.set('Authorization', `Basic ${Buffer.from(credentials).toString('base64')}`);
    address.username = '';
    address.password = '';
  }
  try {
    const response = await fetch(address, {
      headers: Object.fromEntries(headers),
      timeout: timeoutSeconds * 1000,
      ...(obeysRobots ? {} : { robots: 'ignore' }),
    });
    if (!response.ok) {
      const status = `${response.status} ${response.statusText}`.trim();
      const sentence = `The server answered ${status}; there is no story to clip at this address.`;
      throw new FetchError(sentence, isPassingStatus(response.status));
    }
    const contentType = response.headers.get('content-type') ?? '';
    refuseUnlessHtml(contentType);
    const compression = (response.headers.get('content-encoding') ?? '').trim().toLowerCase();
    if (compression.split(/\s*,\s*/).some((one) => !KNOWN_COMPRESSIONS.has(one))) {
      throw new CliError(`The server sent the page compressed as ${compression}, unasked; it cannot be read.`);
    }
    const url = countsAs ?? response.url;
    const isXhtml = /^\s*application\/xhtml\+xml\b/i.test(contentType);
    return { url, html: pageText(await readBody(response), contentType, url), ...(isXhtml ? { isXhtml } : {}) };
  } catch (error) {
    if (error instanceof CliError || error instanceof ClipError) throw error;
    if (error instanceof Error && error.name === 'TimeoutError') {
      throw new FetchError(
        `${address.host} did not send the page within ${timeoutSeconds} seconds; try again later.`,
        true,
      );
    }
    throw new FetchError(`The page could not be fetched: ${networkReason(error, address.host)}.`, !isRefusal(error));
  }
}

/** Something forbids the request: it would be refused at any time. */
function isRefusal(error: unknown): boolean {
  return error instanceof PrivateAddressError || error instanceof RedirectError || error instanceof RobotsError;
}

/** Decodes percent-encoding; returns the text unchanged where it is invalid. */
function decodePercents(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

async function readBody(response: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > MAX_PAGE_BYTES) throw new ClipError('too-large', `more than ${MAX_PAGE_BYTES} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function readPageFile(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') throw new CliError(`There is no file ${path}${hintFor(path)}.`);
    if (code === 'EISDIR') throw new CliError(`${path} is a folder; name the files in it.`);
    throw new CliError(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

/** `example.com/story` is how people write addresses. */
function hintFor(path: string): string {
  return /^[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?\//i.test(path) ? `; an address is written https://${path}` : '';
}

/** Where a saved page says that it is from: the browsers' “saved from url” remark, else its canonical link. */
function statedAddress(html: string): string | undefined {
  const head = html.slice(0, 256 * 1024);
  const saved = /<!-- saved from url=\(\d{1,6}\)(https?:\/\/[^\s>]{1,2000}) -->/.exec(head)?.[1];
  if (saved !== undefined) return saved;
  for (const [tag] of head.matchAll(/<link\s[^<>]{1,2000}>/gi)) {
    const href = /\shref\s*=\s*["']?(https?:\/\/[^"'\s>]+)/i.exec(tag)?.[1];
    if (href !== undefined && /\srel\s*=\s*["']?canonical\b/i.test(tag)) return href.replaceAll('&amp;', '&');
  }
  return undefined;
}
