/** Attributes that name a language outright. */
const LANGUAGE_ATTRIBUTES = ['data-lang', 'data-language', 'data-code-language', 'data-syntax', 'lang'];

/** What precedes the language in a class name: the HTML standard, Prism, google-code-prettify, GitHub, WordPress. */
const PREFIXES = [
  'language-',
  'lang-',
  'highlight-source-',
  'highlight-text-',
  'highlight-',
  'syntax-',
  'code-',
  'brush:',
  'brush-',
];

/** Class names that say "the other class is the language". */
const HIGHLIGHTERS = new Set(['hljs', 'highlight', 'sourcecode', 'code', 'prettyprint', 'shiki', 'prism-code']);

/** Languages that are written as a bare class beside a highlighter's name, and found there only. */
export const BARE_LANGUAGES = new Set(
  'bash c clojure cpp csharp css dart diff dockerfile elixir erlang fortran go graphql groovy haskell html ini java javascript js json jsx julia kotlin latex less lisp lua makefile markdown matlab nginx objectivec ocaml perl php plaintext powershell python r ruby rust sass scala scheme scss sh shell sql swift toml ts tsx typescript vim xml yaml yml zig'.split(
    ' ',
  ),
);

/** Words after a prefix that are not a language. */
const NO_LANGUAGE = new Set([
  'none',
  'text',
  'plain',
  'plaintext',
  'txt',
  'undefined',
  'null',
  'auto',
  'nohighlight',
  'block',
  'wrapper',
  'box',
  'container',
  'toolbar',
  'line',
  'example',
  'snippet',
  'source',
  'area',
  'tabs',
  'tab',
  'group',
  'title',
  'header',
  'body',
  'content',
  'view',
  'editor',
  'blocks',
]);

/** Fences that a note program runs instead of showing: Dataview, Templater, Obsidian's community plug-ins. */
const RUNNABLE =
  /^(?:dataview(?:js)?|tasks|query|js-engine|templater|run-.*|meta-bind.*|buttons?|tracker|excalidraw|ad-.*|chart|leaflet|mapview)$/i;

/** One word, as kramdown, Pandoc and goldmark all read it after a fence. */
const SAFE_NAME = /^[A-Za-z0-9][A-Za-z0-9+#._-]{0,29}$/;

/**
 * The language of a block of code, from wherever pages say it: the `code`, the `pre`, up to three wrappers. Empty where
 * unknown, or where the name could be anything but a name: it comes from the page, and programs act on it.
 */
export function codeLanguage(pre: Element): string {
  const code = pre.querySelector('code');
  let element: Element | null = code ?? pre;
  for (let level = 0; element !== null && level < 5; level += 1) {
    const language = languageOf(element, level <= 1);
    if (language !== '') return language;
    element = element === code && code.parentElement !== pre ? pre : element.parentElement;
  }
  return '';
}

function languageOf(element: Element, isCode: boolean): string {
  for (const name of LANGUAGE_ATTRIBUTES) {
    const language = safeLanguage(name === 'lang' && !isCode ? null : element.getAttribute(name));
    if (language !== '') return language;
  }
  const classes = (element.getAttribute('class') ?? '').replace(/:\s+/g, ':').split(/[\s;]+/);
  for (const prefix of PREFIXES) {
    for (const name of classes) {
      const language = name.toLowerCase().startsWith(prefix) ? safeLanguage(name.slice(prefix.length)) : '';
      if (language !== '') return language;
    }
  }
  const highlighted = classes.some((name) => HIGHLIGHTERS.has(name.toLowerCase()));
  return highlighted ? (classes.find((name) => BARE_LANGUAGES.has(name.toLowerCase())) ?? '').toLowerCase() : '';
}

export function safeLanguage(name: string | null): string {
  const language = name?.trim() ?? '';
  const isFit = SAFE_NAME.test(language) && !RUNNABLE.test(language) && !NO_LANGUAGE.has(language.toLowerCase());
  return isFit ? language : '';
}
