import { addressesInText } from '../../core/address-list.ts';
import { linksOfPage, type NamedAddress } from '../../core/page-links.ts';

const HTML = /<(?:!doctype|html|body|dl|ul|ol|p|a)\b/i;
/** Relative links of a saved page lead nowhere. */
const NOWHERE = 'about:blank';

/** The addresses in a file: of the links of a page or of exported bookmarks, else all in its text, each once. */
export function addressesInFile(text: string, parse: (html: string) => Document): NamedAddress[] {
  if (HTML.test(text.slice(0, 4_096))) {
    const { links } = linksOfPage(parse(text).documentElement, NOWHERE);
    if (links.length > 0) return [...links];
  }
  return addressesInText(text);
}
