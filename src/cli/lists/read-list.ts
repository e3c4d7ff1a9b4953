import { gunzipSync } from 'node:zlib';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { decodePage } from '../charset.ts';
import { CliError } from '../failure-sentence.ts';

/** What a file of addresses holds. */
export interface AddressList {
  readonly addresses: readonly string[];
  /** Addresses of further lists: a sitemap index has them. */
  readonly lists: readonly string[];
  /** Lines that name no address, as they are. */
  readonly strangeLines: readonly string[];
}

/** A sitemap has 50,000 addresses at most (sitemaps.org); a longer list is refused. */
const MOST_ADDRESSES = 200_000;

/**
 * Reads a list of addresses: one a line (blank lines and lines with # are passed over; a line may have a title or the
 * marks of a Markdown list around its address), a sitemap or an index of sitemaps, or the bookmarks that a browser
 * exports. Compressed by gzip too, as sitemaps are.
 *
 * @param name for messages.
 * @throws {CliError} where it is a page, or has more addresses than anybody clips.
 */
export function readList(bytes: Uint8Array, name: string): AddressList {
  const text = decodePage(plain(bytes), 'text/plain', '');
  const list = listOf(text, name);
  if (list.addresses.length > MOST_ADDRESSES) throw new CliError(`${name} has over ${MOST_ADDRESSES} addresses.`);
  return list;
}

function listOf(text: string, name: string): AddressList {
  const head = text.slice(0, 4_000);
  if (/<!doctype\s+netscape-bookmark-file/i.test(head)) return bookmarksOf(text);
  if (/<(?:urlset|sitemapindex)[\s>]/i.test(head)) return sitemapOf(text);
  if (/^\s*(?:<!--|<!doctype\s|<html|<head|<body)/i.test(head)) {
    throw new CliError(`${name} is a page and no list; without --from it is clipped.`);
  }
  return linesOf(text);
}

/** Whether standard input is a list: nothing but lines that begin with an address. A page begins otherwise. */
export function isAddressList(bytes: Uint8Array): boolean {
  const lines = decodePage(plain(bytes.subarray(0, 64 * 1024)), 'text/plain', '')
    .split('\n')
    .map((line) => line.trim());
  const stated = lines.filter((line) => line !== '' && !line.startsWith('#'));
  return stated.length > 0 && stated.every((line) => /^https?:\/\/\S+$/i.test(line));
}

const GZIP = [0x1f, 0x8b];

function plain(bytes: Uint8Array): Uint8Array {
  return GZIP.every((byte, at) => bytes[at] === byte)
    ? gunzipSync(bytes, { maxOutputLength: 256 * 1024 * 1024 })
    : bytes;
}

const ADDRESS = /https?:\/\/[^\s<>"'`]+/i;

function linesOf(text: string): AddressList {
  const addresses: string[] = [];
  const strangeLines: string[] = [];
  for (const line of text.split(/\r\n?|\n/).map((one) => one.trim())) {
    if (line === '' || line.startsWith('#')) continue;
    const found = ADDRESS.exec(line)?.[0];
    const address = found === line ? found : found?.replace(/[)\],;.]+$/, '');
    if (address !== undefined && URL.canParse(address)) addresses.push(address);
    else strangeLines.push(line);
  }
  return { addresses: once(addresses), lists: [], strangeLines };
}

function bookmarksOf(text: string): AddressList {
  const links = elementsOf(text).filter(({ nodeName }) => nodeName === 'a');
  const addresses = links.flatMap(({ attrs }) => attrs.filter(({ name }) => name === 'href').map(({ value }) => value));
  return { addresses: once(addresses.filter(isWebAddress)), lists: [], strangeLines: [] };
}

/** Read as HTML, which takes what is not well-formed as well; the elements of a sitemap nest in the same way. */
function sitemapOf(text: string): AddressList {
  const unwrapped = text.replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, inside: string) => inside.replaceAll('&', '&amp;'));
  const addresses: string[] = [];
  const lists: string[] = [];
  for (const { nodeName, parentNode, childNodes } of elementsOf(unwrapped)) {
    if (nodeName !== 'loc') continue;
    const address = childNodes
      .map((node) => ('value' in node ? node.value : ''))
      .join('')
      .trim();
    if (isWebAddress(address)) (parentNode?.nodeName === 'sitemap' ? lists : addresses).push(address);
  }
  return { addresses: once(addresses), lists: once(lists), strangeLines: [] };
}

function elementsOf(html: string): DefaultTreeAdapterTypes.Element[] {
  const elements: DefaultTreeAdapterTypes.Element[] = [];
  const open: DefaultTreeAdapterTypes.Node[] = [parse(html)];
  for (let node = open.pop(); node; node = open.pop()) {
    if ('attrs' in node) elements.push(node);
    if ('childNodes' in node) open.push(...node.childNodes.toReversed());
  }
  return elements;
}

function isWebAddress(address: string): boolean {
  return /^https?:\/\//i.test(address) && URL.canParse(address);
}

function once(addresses: readonly string[]): string[] {
  return [...new Set(addresses)];
}
