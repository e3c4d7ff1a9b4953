import { type DefaultTreeAdapterTypes, defaultTreeAdapter, html, parse, serialize } from 'parse5';

/**
 * How deep a tree may be. Blink's parser stops at 512 (`kMaximumHTMLParserDOMTreeDepth`) and puts anything deeper beside
 * its parent; Readability's time grows with the depth, so the limit here is nearer to real pages.
 */
const MAX_DEPTH = 128;

/** Elements that nest nothing, or that the next of their kind closes: their start tags may well outnumber their end tags. */
const UNCOUNTED = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd tr td th option thead tbody'.split(
    ' ',
  ),
);

/** Elements that are dropped at the limit, so that their contents become siblings. */
const INLINE = new Set(
  'a abbr b bdo big cite code em font i ins label q s small span strike strong sub sup tt u'.split(' '),
);
/** The same for blocks: a line break replaces them. */
const BLOCKS = new Set(
  'article aside blockquote center dd details div dl dt fieldset figure footer form header li main menu nav ol section table tbody td th tr ul'.split(
    ' ',
  ),
);

type Node = DefaultTreeAdapterTypes.Node;
type Parent = DefaultTreeAdapterTypes.ParentNode;

/**
 * The page, its tree no deeper than `MAX_DEPTH`. parse5 has no such limit: Readability's time grows with the
 * depth, and a recursive walk over ten thousand levels ends the call stack. An ordinary page comes back as it is.
 */
export function capDepth(page: string): string {
  if (mayNest(page) <= MAX_DEPTH) return page;

  const depths = new WeakMap<Node, number>();
  const hosts = new WeakMap<Node, Parent>();
  const depthOf = (node: Node): number => depths.get(node) ?? 0;
  const hostOf = (parent: Parent): Parent => {
    const host = hosts.get(parent) ?? parent;
    return depthOf(host) >= MAX_DEPTH && 'parentNode' in host && host.parentNode ? host.parentNode : host;
  };
  const document = parse(page, {
    scriptingEnabled: false,
    treeAdapter: {
      ...defaultTreeAdapter,
      appendChild(parent, child) {
        const host = hostOf(parent);
        depths.set(child, depthOf(host) + 1);
        const isBlock = BLOCKS.has(child.nodeName) || child.nodeName.includes('-');
        if (depthOf(child) < MAX_DEPTH || !(isBlock || INLINE.has(child.nodeName))) {
          defaultTreeAdapter.appendChild(host, child);
          return;
        }
        hosts.set(child, host);
        if (isBlock) breakLine(host);
      },
      insertText(parent, text) {
        defaultTreeAdapter.insertText(hostOf(parent), text);
      },
    },
  });
  return serialize(document);
}

function breakLine(host: Parent): void {
  if (host.childNodes.at(-1)?.nodeName === 'br') return;
  defaultTreeAdapter.appendChild(host, defaultTreeAdapter.createElement('br', html.NS.HTML, []));
}

/** The most elements that can be open at once, guessed high from the tags alone. */
function mayNest(page: string): number {
  let open = 0;
  let most = 0;
  for (const [, end, name] of page.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    if (UNCOUNTED.has((name ?? '').toLowerCase())) continue;
    open += end === '/' ? -1 : 1;
    most = Math.max(most, open);
  }
  return most;
}
