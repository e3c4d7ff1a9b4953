import { type ESTree, type Plugin, parseAst } from 'vite';

/**
 * Methods of Readability that our engine (`src/core/extract/readability.ts`) replaces or never reaches: metadata, JSON-LD,
 * title, byline, scripts, noscript images, addresses, visibility are dealt with elsewhere.
 */
export const UNUSED_METHODS: ReadonlySet<string> = new Set([
  '_cleanClasses',
  '_cleanHeaders',
  '_cleanMatchedNodes',
  '_cleanStyles',
  '_fixLazyImages',
  '_fixRelativeUris',
  '_getArticleMetadata',
  '_getArticleTitle',
  '_getJSONLD',
  '_headerDuplicatesTitle',
  '_isProbablyVisible',
  '_isSingleImage',
  '_isUrl',
  '_isValidByline',
  '_postProcessContent',
  '_removeFlag',
  '_removeScripts',
  '_textSimilarity',
  '_unescapeHtmlEntities',
  '_unwrapNoscriptImages',
  'parse',
]);

/** Tables and patterns that only those methods use. */
export const UNUSED_VALUES: ReadonlySet<string> = new Set([
  'CLASSES_TO_PRESERVE',
  'DEPRECATED_SIZE_ATTRIBUTE_ELEMS',
  'PRESENTATIONAL_ATTRIBUTES',
  'HTML_ESCAPE_MAP',
  'adWords',
  'b64DataUrl',
  'byline',
  'extraneous',
  'jsonLdArticleTypes',
  'loadingWords',
  'nextLink',
  'prevLink',
  'replaceFonts',
  'shareElements',
  'srcsetUrl',
  'tokenize',
  'videos',
]);

/**
 * How statements begin, white space as one space, that a clip never reaches, whose result nobody reads, or that look
 * for what `prepare` and the passes have taken out of the page before.
 */
const UNUSED_STATEMENTS: readonly string[] = [
  // Of the constructor.
  'if (options && options.documentElement)',
  'if (this._debug) { let logNode',
  'this._allowedVideoRegex =',
  'this._articleDir = null',
  'this._articleSiteName = null',
  'this._articleTitle = null',
  'this._attempts = []',
  'this._classesToPreserve =',
  'this._debug =',
  'this._disableJSONLD =',
  'this._keepClasses =',
  'this._maxElemsToParse =',
  'this._serializer =',
  // For Mozilla's own DOM.
  'if (this._docJSDOMParser',
  // Elements that are gone.
  'this._clean(articleContent, "button")',
  'this._clean(articleContent, "embed")',
  'this._clean(articleContent, "iframe")',
  'this._clean(articleContent, "input")',
  'this._clean(articleContent, "link")',
  'this._clean(articleContent, "object")',
  'this._clean(articleContent, "select")',
  'this._clean(articleContent, "textarea")',
  'this._fixLazyImages(articleContent)',
  // Styles, which the sanitiser takes off, and headings judged by their names.
  'this._cleanHeaders(articleContent)',
  // Labels, which are lines to the passes; share bars and empty paragraphs, which passes and the converter leave out.
  'this._forEachNode(articleContent.children, function',
  'if ( this.REGEXPS.adWords',
  'var shareElementThreshold =',
  'this._removeNodes( this._getAllNodesWithTag(articleContent, ["p"])',
  'this._cleanStyles(articleContent)',
  'if (isEmbed)',
  'var isEmbed =',
  'var embedCount = 0',
  'var embeds =',
  'for (var i = 0; i < embeds.length',
  'if ((embedCount === 1',
  'var input =',
  'if (input > Math.floor',
  // Visibility, byline and title, which the engine answers once and for all.
  'if (!this._isProbablyVisible(node))',
  'if ( !this._articleByline &&',
  'if (shouldRemoveTitleHeader &&',
  'let shouldRemoveTitleHeader',
  'if (node.tagName === "HTML")',
  // Further attempts, and the direction of the text.
  'var pageCacheHtml =',
  'var textLength = this._getInnerText(articleContent',
  'if (textLength < this._charThreshold)',
  'var ancestors = [parentOfTopCandidate, topCandidate]',
  'this._someNode(ancestors,',
];

/**
 * Takes out of Readability what a clip never runs and every clipped page would have to read: methods, tables, and log
 * messages that are put together (one of them the whole story's HTML) for no one.
 */
export function trimReadability(): Plugin {
  return {
    name: 'jianbao-trim-readability',
    // The command line reads no script into pages, and answers the story's HTML as it always was.
    applyToEnvironment: ({ config }) => config.consumer === 'client',
    transform: {
      filter: { id: /@mozilla\/readability\/Readability\.js$/ },
      handler: (code) => trimmed(code),
    },
  };
}

/** @throws {Error} where something is not found: another version of Readability, to be looked at. */
export function trimmed(code: string): string {
  const found = new Set<string>();
  const spans: Span[] = [];
  visit(parseAst(code), (node) => {
    const message = isReason(node) ? node.arguments[0] : undefined;
    if (message) spans.push([message.start, message.end, '1']);
    const name = unusedName(node) ?? unusedStatement(node, code);
    if (name !== undefined) found.add(name);
    else if (!isDebugging(node)) return true;
    spans.push([node.start, node.type === 'Property' ? code.indexOf(',', node.end) + 1 : node.end, '']);
    return false;
  });
  const wanted = [...UNUSED_METHODS, ...UNUSED_VALUES, ...UNUSED_STATEMENTS];
  const missing = wanted.filter((name) => !found.has(name));
  if (missing.length > 0) throw new Error(`Readability has no ${missing.join(', ')}: see scripts/trim-readability.ts`);
  return without(code, spans);
}

function unusedName(node: ESTree.Node): string | undefined {
  if (node.type !== 'Property' || node.key.type !== 'Identifier') return undefined;
  const { name } = node.key;
  return (node.method ? UNUSED_METHODS : UNUSED_VALUES).has(name) ? name : undefined;
}

function unusedStatement(node: ESTree.Node, code: string): string | undefined {
  if (!/Statement$|^VariableDeclaration$/.test(node.type)) return undefined;
  const start = code.slice(node.start, Math.min(node.end, node.start + 200)).replace(/\s+/g, ' ');
  return UNUSED_STATEMENTS.find((beginning) => start.startsWith(beginning));
}

/** `this.log(…);` and `if (this._debug) …`, but not the one that sets `log` itself. */
function isDebugging(node: ESTree.Node): boolean {
  if (node.type === 'IfStatement') return isOwn(node.test, '_debug') && !node.alternate;
  if (node.type !== 'ExpressionStatement' || node.expression.type !== 'CallExpression') return false;
  return isOwn(node.expression.callee, 'log');
}

function isOwn(node: ESTree.Node, name: string): boolean {
  if (node.type !== 'MemberExpression' || node.object.type !== 'ThisExpression') return false;
  return node.property.type === 'Identifier' && node.property.name === name;
}

/** Calls `enter` for every node from the outside in; false passes over what is inside. */
function visit(value: unknown, enter: (node: ESTree.Node) => boolean): void {
  if (Array.isArray(value)) for (const item of value) visit(item, enter);
  else if (isNode(value) && enter(value)) for (const inner of Object.values(value)) visit(inner, enter);
}

function isNode(value: unknown): value is ESTree.Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

/** A part of the source, and what replaces it. */
type Span = readonly [start: number, end: number, text: string];

function without(code: string, spans: readonly Span[]): string {
  let kept = '';
  let at = 0;
  for (const [start, end, text] of spans) {
    kept += code.slice(at, start) + text;
    at = end;
  }
  return kept + code.slice(at);
}

/** `errs.push("Too many …")`: the reasons are counted and not read. */
function isReason(node: ESTree.Node): node is ESTree.CallExpression {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return false;
  return node.callee.object.type === 'Identifier' && node.callee.object.name === 'errs';
}
