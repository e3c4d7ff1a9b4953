import { type ESTree, type Plugin, parseAst } from 'vite';

/**
 * Methods of Readability that our engine (`src/core/extract/readability.ts`) replaces or never reaches: metadata, JSON-LD,
 * title, byline, scripts, noscript images, addresses, visibility are dealt with elsewhere.
 */
export const UNUSED_METHODS: ReadonlySet<string> = new Set([
  '_cleanClasses',
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
  '_removeScripts',
  '_textSimilarity',
  '_unescapeHtmlEntities',
  '_unwrapNoscriptImages',
  'parse',
]);

/**
 * Takes out of Readability what a clip never runs and every clipped page would have to read: 11 kB of methods, and log
 * messages that are put together (one of them the whole story's HTML) for no one.
 */
export function trimReadability(): Plugin {
  return {
    name: 'jianbao-trim-readability',
    transform: {
      filter: { id: /@mozilla\/readability\/Readability\.js$/ },
      handler: (code) => trimmed(code),
    },
  };
}

/** @throws {Error} where a method is not found: another version of Readability, to be looked at. */
export function trimmed(code: string): string {
  const found = new Set<string>();
  const spans: [start: number, end: number][] = [];
  visit(parseAst(code), (node) => {
    if (
      node.type === 'Property' &&
      node.method &&
      node.key.type === 'Identifier' &&
      UNUSED_METHODS.has(node.key.name)
    ) {
      found.add(node.key.name);
      spans.push([node.start, code.indexOf(',', node.end) + 1]);
      return false;
    }
    if (!isDebugging(node)) return true;
    spans.push([node.start, node.end]);
    return false;
  });
  const missing = [...UNUSED_METHODS].filter((name) => !found.has(name));
  if (missing.length > 0) throw new Error(`Readability has no ${missing.join(', ')}: see scripts/trim-readability.ts`);
  return without(code, spans);
}

/** `this.log(…);` and `if (this._debug) …`, but not the one that gives `log` itself. */
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

function without(code: string, spans: readonly (readonly [number, number])[]): string {
  let kept = '';
  let at = 0;
  for (const [start, end] of spans) {
    kept += code.slice(at, start);
    at = end;
  }
  return kept + code.slice(at);
}
