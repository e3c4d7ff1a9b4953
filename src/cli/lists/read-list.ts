import { gunzipSync } from 'node:zlib';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { addressesInText } from '../../core/address-list.ts';
import { addressesInJson } from '../../core/addresses-in-json.ts';
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
 * Reads a list of addresses: lines (blank ones and those with # are passed over; a line may have several addresses, and
 * words or the marks of a list around them), a sitemap, an index of sitemaps, a `robots.txt` that names sitemaps, JSON,
 * or the bookmarks that a browser exports as HTML or JSON. Compressed by gzip too, as sitemaps are.
 *
 * @param name for messages.
 * @throws {CliError} where it is a page or a feed, is damaged, or has more addresses than anybody clips.
 */
export function readList(bytes: Uint8Array, name: string): AddressList {
  const text = decodePage(plainOf(bytes, name), 'text/plain', '');
  const list = listOf(text, name);
  if (list.addresses.length > MOST_ADDRESSES) throw new CliError(`${name} has over ${MOST_ADDRESSES} addresses.`);
  return list;
}

function listOf(text: string, name: string): AddressList {
  const head = text.slice(0, 4_000);
  if (/<!doctype\s+netscape-bookmark-file/i.test(head)) return bookmarksOf(text);
  if (/<(?:urlset|sitemapindex)[\s>]/i.test(head)) return sitemapOf(text);
  if (/<(?:rss|feed|rdf:RDF|opml)[\s>]/i.test(head)) {
    throw new CliError(`${name} is a feed or a list of feeds; jianbao follow reads it.`);
  }
  if (/^\s*(?:<!--|<!doctype\s|<html|<head|<body)/i.test(head)) {
    throw new CliError(`${name} is a page and no list; without --from it is clipped.`);
  }
  const sitemaps = Array.from(text.matchAll(SITEMAP_LINE), ([, address = '']) => address).filter(isWebAddress);
  if (sitemaps.length > 0) return { addresses: [], lists: once(sitemaps), strangeLines: [] };
  return jsonOf(text) ?? linesOf(text);
}

/** Tells whether standard input is a list: nothing but lines that begin with an address. A page begins otherwise. */
export function isAddressList(bytes: Uint8Array): boolean {
  if (isGzip(bytes)) return isReadable(bytes) && isAddressList(plainOf(bytes, ''));
  const lines = decodePage(bytes.subarray(0, 64 * 1024), 'text/plain', '')
    .split('\n')
    .map((line) => line.trim());
  const stated = lines.filter((line) => line !== '' && !line.startsWith('#'));
  return stated.length > 0 && stated.every((line) => /^https?:\/\/\S+$/i.test(line));
}

function isReadable(bytes: Uint8Array): boolean {
  try {
    return plainOf(bytes, '').length > 0;
  } catch {
    return false; // It is read as a page, which says what is wrong with it.
  }
}

const GZIP = [0x1f, 0x8b];

function isGzip(bytes: Uint8Array): boolean {
  return GZIP.every((byte, at) => bytes[at] === byte);
}

function plainOf(bytes: Uint8Array, name: string): Uint8Array {
  if (!isGzip(bytes)) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: 256 * 1024 * 1024 });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CliError(`${name} cannot be decompressed (${reason}). Fetch it again, or decompress it yourself.`);
  }
}

/** How a `robots.txt` names the sitemaps of its site. */
const SITEMAP_LINE = /^sitemap:[ \t]*(\S+)/gim;

function jsonOf(text: string): AddressList | undefined {
  const found = addressesInJson(text);
  return found && { addresses: once(found.map(({ url }) => url)), lists: [], strangeLines: [] };
}

function linesOf(text: string): AddressList {
  const addresses: string[] = [];
  const strangeLines: string[] = [];
  for (const line of text.split(/\r\n?|\n/).map((one) => one.trim())) {
    if (line === '' || line.startsWith('#')) continue;
    const found = addressesInText(line).map(({ url }) => url);
    // Alone on its line, an address is what it is to its last character.
    const isAlone = found.length === 1 && isWebAddress(line) && !/\s/.test(line);
    addresses.push(...(isAlone ? [line] : found));
    if (found.length === 0) strangeLines.push(line);
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
