import { useFastSelectors } from './fast-selectors.ts';
import { skipInlineStyles } from './skip-inline-styles.ts';

/** Parses a page that counts as being at an address: no script of it runs, nothing that it names is loaded. */
export type ParsePage = (html: string, url: string) => Document;

let parser: Promise<ParsePage> | undefined;

/**
 * The parser of this process. All pages are parsed beside one window, into documents that have none: nothing of a page
 * outlives it, and jsdom reads no style sheet of it.
 */
export function pageParser(): Promise<ParsePage> {
  parser ??= openParser();
  return parser;
}

async function openParser(): Promise<ParsePage> {
  // Half a second to load: not for `--help` or a mistyped option.
  const { JSDOM, VirtualConsole } = await import('jsdom');
  // A virtual console without listeners: jsdom's complaints are not for the terminal.
  const dom = new JSDOM('', { virtualConsole: new VirtualConsole() });
  skipInlineStyles(dom.window);
  useFastSelectors(dom.window);
  const domParser = new dom.window.DOMParser();
  return (html, url) => {
    dom.reconfigure({ url });
    return domParser.parseFromString(html, 'text/html');
  };
}
