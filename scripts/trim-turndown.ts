import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const BROWSER_BUILD = fileURLToPath(new URL('../node_modules/turndown/lib/turndown.browser.es.js', import.meta.url));

/** From the search for an HTML parser to the function that calls it. */
const PARSER_SEARCH = /\/\*\s+\* Set up window for Node\.js[\s\S]*?(?=function RootNode\()/;
const STRING_INPUT = /if \(typeof input === 'string'\) \{[\s\S]*?\} else \{\s*(root = input\.cloneNode\(true\);)\s*\}/;
/** Rules for CommonMark: ours cover every element that they cover. */
const OWN_RULES = /rules\.paragraph = \{[\s\S]*?(?=\/\*\*\s+\* Manages a collection)/;
const PARSER = /var _htmlParser;[\s\S]*?(?=function isPreOrCode\()/;

/** Escapes of Markdown: the converter replaces Turndown's `escape` (`turndown-converter.ts`). */
const ESCAPES = /var markdownEscapes = \[[\s\S]*?(?=\nvar rules)/;
const ESCAPE = /return escapeMarkdown\(string\);/;
/** The converter passes a fragment, always. */
const INPUT_CHECK = /if \(!canConvert\(input\)\) \{[\s\S]*?\}\s*if \(input === ''\) return '';/;
/** What browsers have as `Object.assign`. */
const EXTEND = /function extend\(destination\) \{[\s\S]*?\n\}/;
/** The converter calls it with `new`, always. */
const WITHOUT_NEW = /if \(!\(this instanceof TurndownService\)\) return new TurndownService\(options\);/;
/** Words for the author of a plugin, who has the untrimmed package. */
const MESSAGE = /(?<=throw new TypeError\()'[^']*'(?=\);)/g;
const CAN_CONVERT = /function canConvert\(input\) \{[\s\S]*?\n\}/;

/**
 * Removes from Turndown what a clip never runs: its own rules and escapes, and the HTML parser, as it gets elements only.
 * Looking for a parser costs the command line 40 ms of CPU (domino), calls `DOMParser` under a policy of Trusted Types, and
 * brings `document.write` into the bundle.
 */
export function trimTurndown(): Plugin {
  return {
    name: 'jianbao-trim-turndown',
    enforce: 'pre',
    resolveId: (id) => (id === 'turndown' ? BROWSER_BUILD : undefined),
    transform: { filter: { id: /turndown\.browser\.es\.js$/ }, handler: (code) => trimmedTurndown(code) },
  };
}

/** @throws {Error} if a part is not found: then the version of Turndown has changed. */
export function trimmedTurndown(code: string): string {
  for (const part of [
    OWN_RULES,
    PARSER_SEARCH,
    STRING_INPUT,
    PARSER,
    ESCAPES,
    ESCAPE,
    INPUT_CHECK,
    CAN_CONVERT,
    EXTEND,
    WITHOUT_NEW,
    MESSAGE,
  ]) {
    if (!part.test(code)) throw new Error(`Turndown has no ${part}: see scripts/trim-turndown.ts`);
  }
  return code
    .replace(OWN_RULES, '')
    .replace(PARSER_SEARCH, '')
    .replace(STRING_INPUT, '$1')
    .replace(PARSER, '')
    .replace(ESCAPES, '')
    .replace(ESCAPE, 'return string;')
    .replace(INPUT_CHECK, '')
    .replace(CAN_CONVERT, '')
    .replace(EXTEND, 'var extend = Object.assign;')
    .replace(WITHOUT_NEW, '')
    .replaceAll(MESSAGE, '');
}
