import { type DefaultTreeAdapterTypes, parse, serialize } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;

const HIDDEN = /display\s*:\s*none/i;

/**
 * The page without its styles, but for what an element's own `style` hides. jsdom's reader of style sheets throws where
 * a value is broken (`min-height: calc(100% - (2px)`), and a page is not lost for that.
 */
export function dropStyles(page: string): string {
  const document = parse(page, { scriptingEnabled: false });
  const queue: Node[] = [document];
  for (let node = queue.pop(); node; node = queue.pop()) {
    if (!('childNodes' in node)) continue;
    node.childNodes = node.childNodes.filter((child) => child.nodeName !== 'style');
    if ('attrs' in node) {
      node.attrs = node.attrs.flatMap((attribute) => {
        if (attribute.name !== 'style') return attribute;
        return HIDDEN.test(attribute.value) ? { ...attribute, value: 'display:none' } : [];
      });
    }
    queue.push(...node.childNodes);
  }
  return serialize(document);
}
