import { type MarkKind, SENTINEL } from './sentinels.ts';

/** A line of text as a small tree, on its way from the rules' string to Markdown. */
export type Inline =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'verbatim'; readonly markdown: string }
  | { readonly type: 'break' }
  | { readonly type: 'mark'; readonly kind: MarkKind; readonly children: readonly Inline[] }
  | { readonly type: 'link'; readonly target: string; readonly children: readonly Inline[] };

type Open = { readonly kind: MarkKind | 'link' | 'root'; readonly children: Inline[]; target: string };

const KINDS: ReadonlyMap<string, MarkKind | 'link'> = new Map([
  [SENTINEL.strong, 'strong'],
  [SENTINEL.em, 'em'],
  [SENTINEL.del, 'del'],
  [SENTINEL.link, 'link'],
]);

/** Reads the signs of `alphabet.ts` back into a tree. */
export function parseInline(source: string): Inline[] {
  const root: Open = { kind: 'root', children: [], target: '' };
  const open: Open[] = [root];
  const parts = source.split(/([\uFDD0-\uFDD7])/);
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at] ?? '';
    const top = open.at(-1) ?? root;
    const kind = KINDS.get(part);
    if (kind !== undefined) open.push({ kind, children: [], target: '' });
    else if (part === SENTINEL.lineBreak) top.children.push({ type: 'break' });
    else if (part === SENTINEL.verbatim) {
      top.children.push({ type: 'verbatim', markdown: parts[at + 1] ?? '' });
      at += 2;
    } else if (part === SENTINEL.target) {
      top.target = parts[at + 1] ?? '';
      at += 1;
    } else if (part === SENTINEL.end) {
      if (open.length > 1) open.pop();
      const parent = open.at(-1) ?? root;
      if (top.kind === 'link') parent.children.push({ type: 'link', target: top.target, children: top.children });
      else if (top.kind !== 'root' && top.children.length > 0)
        parent.children.push({ type: 'mark', kind: top.kind, children: top.children });
    } else if (part !== '') top.children.push({ type: 'text', text: part });
  }
  return root.children;
}
