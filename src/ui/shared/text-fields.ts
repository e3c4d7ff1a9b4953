import { joinNames } from '../../core/text/join-names.ts';

/** How fields that hold more than plain text are shown, and read back. */

const NAME_SEPARATORS = /[,，、;；]/;

/** Names as one line, joined as the story's language does. */
export function authorsText(authors: readonly string[], language: string): string {
  return joinNames(authors, language);
}

/**
 * Reads the author field.
 *
 * @param before the page's own names: their unchanged text returns them unchanged, including commas inside a name.
 */
export function readAuthors(typed: string, before: readonly string[], language: string): readonly string[] {
  if (typed === authorsText(before, language)) return before;
  return typed
    .split(NAME_SEPARATORS)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** An address without the scheme that goes without saying, and with its letters readable: `联合早报.com/…`. */
export function sourceText(url: string): string {
  return readable(url).replace(/^https:\/\//, '');
}

/** Reads the source field. @returns nothing for what is not a web address. */
export function readSource(typed: string, before: string): string | undefined {
  const text = typed.trim();
  if (text === sourceText(before)) return before;
  const address = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  return isWeb && (url.hostname.includes('.') || url.hostname === 'localhost') ? url.href : undefined;
}

const TITLE_SEPARATORS = /\s*(?:[|｜_]|\s[-–—·]\s)\s*/;

/** A tab's title without the site's name at its end, as the headline will most likely be. */
export function headlineOf(tabTitle: string): string {
  const parts = tabTitle.split(TITLE_SEPARATORS).filter((part) => part !== '');
  const [first = tabTitle] = parts;
  return parts.length > 1 && first.length * 2 >= tabTitle.length ? first : tabTitle;
}

/** One tag as it is kept: one line, no `#` in front. */
export function readTag(typed: string): string {
  return typed.replace(/\s+/g, ' ').trim().replace(/^#+/, '').trim();
}

function readable(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    // Percent signs that are not UTF-8 stay unchanged.
    return url;
  }
}

/** The site's name as far as its address tells it; empty for pages that are not on the web. */
export function hostOf(url: string): string {
  const { protocol, hostname } = URL.canParse(url) ? new URL(url) : { protocol: '', hostname: '' };
  return protocol === 'https:' || protocol === 'http:' ? hostname.replace(/^www\./, '') : '';
}
