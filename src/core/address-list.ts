import { addressesInJson } from './addresses-in-json.ts';
import type { NamedAddress } from './page-links.ts';

/**
 * A web address in running text. Full-width punctuation ends it, as no browser leaves that unescaped, and so does a comma
 * or a semicolon before the next address; what closes a sentence or a bracket after it is not part of it.
 */
const ADDRESS = /https?:\/\/(?:(?![,;]https?:\/\/)[^\s<>"'`{}|\\^，。；：！？、（）【】《》「」『』])+/gi;
const CLOSING = /[).,;:!?\]]+$/;
const MARKDOWN_LINK = /\[([^\]]*)\]\((https?:\/\/[^\s)]+)\)/g;

/**
 * Returns the web addresses in a text that somebody pasted or saved, in order: one a line, in sentences, as Markdown links, or
 * in the fields of a table, or in JSON. What else is on a line with one address names it.
 */
export function addressesInText(text: string): NamedAddress[] {
  const inJson = addressesInJson(text);
  if (inJson) return inJson;
  return text.split(/\r\n|[\n\r]/).flatMap(addressesInLine);
}

function addressesInLine(line: string): NamedAddress[] {
  const linked = [...line.matchAll(MARKDOWN_LINK)].map(([, title = '', url = '']) => ({ title: title.trim(), url }));
  if (linked.length > 0) return linked.filter(isAddress);
  const found = (line.match(ADDRESS) ?? []).map((url) => ({ url: trimmed(url), title: '' })).filter(isAddress);
  const [only] = found;
  if (!only || found.length > 1) return found;
  return [{ url: only.url, title: nameIn(line.replace(only.url, ' ')) }];
}

/** A bracket that is closed in the address belongs to it: `…/wiki/Ferry_(boat)`. */
function trimmed(url: string): string {
  const bare = url.replace(CLOSING, '');
  const isOpen = (text: string): boolean => text.split('(').length > text.split(')').length;
  return isOpen(bare) && url[bare.length] === ')' ? `${bare})` : bare;
}

function isAddress({ url }: NamedAddress): boolean {
  return URL.canParse(url);
}

/** The words beside an address, without the marks of lists and tables. Too few letters name nothing. */
function nameIn(rest: string): string {
  const name = rest
    .replace(/^[\s\-*+>\d.)\]#|,;"'\t]+|[\s\-|,;:"'<([\t]+$/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return /\p{L}{2}/u.test(name) ? name.slice(0, 300) : '';
}
