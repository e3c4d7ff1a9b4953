import { storyUnits, unitText } from '../../../core/blocks/story-units.ts';
import type { DroppedBlock, PageBlocks } from '../../../core/model/page-blocks.ts';
import { parseInert } from '../../shared/parse-inert.ts';

/** What a reader calls the things that cleaning passes take out; `removed_<kind>` in `_locales` names each. */
export type RemovalKind =
  | 'advertisements'
  | 'navigation'
  | 'sharing'
  | 'subscriptions'
  | 'related'
  | 'comments'
  | 'dialogs'
  | 'credits'
  | 'repeats'
  | 'unseen'
  | 'outside'
  | 'user_rule'
  | 'site_rule'
  | 'other';

/** By the name of the pass (`core/extract/clean/`). */
const KIND_OF_PASS: Readonly<Record<string, RemovalKind>> = {
  advertisements: 'advertisements',
  navigation: 'navigation',
  'share-bars': 'sharing',
  subscriptions: 'subscriptions',
  'promo-lines': 'subscriptions',
  related: 'related',
  'related-lines': 'related',
  'link-blocks': 'related',
  cards: 'related',
  tail: 'related',
  comments: 'comments',
  consent: 'dialogs',
  dialogs: 'dialogs',
  credits: 'credits',
  'credit-lines': 'credits',
  captions: 'repeats',
  headline: 'repeats',
  repeats: 'repeats',
  hidden: 'unseen',
  'print-only': 'unseen',
  outside: 'outside',
  'outside-body': 'outside',
  'user-rule': 'user_rule',
  'site-rule': 'site_rule',
};

/** A line of the list: a unit of the story, or neighbouring dropped blocks of one removal. */
export type BlockRow =
  | { readonly kind: 'unit'; readonly index: number; readonly text: string; readonly tag: string }
  | {
      readonly kind: 'dropped';
      readonly reason: RemovalKind;
      readonly blocks: readonly [DroppedBlock, ...DroppedBlock[]];
    };

/** The blocks of a page in its order. */
export function blockRows({ html, dropped }: PageBlocks): BlockRow[] {
  const rows: BlockRow[] = [...rowsAfter(dropped, -1)];
  for (const [index, unit] of storyUnits(parseInert(html)).entries()) {
    const [node] = unit;
    const element = node.nodeType === 1 ? (node as Element) : undefined;
    const alt = element?.querySelector('img')?.alt ?? '';
    const text = unitText(unit) || alt;
    rows.push({ kind: 'unit', index, text, tag: element?.localName ?? 'p' }, ...rowsAfter(dropped, index));
  }
  return rows;
}

function rowsAfter(dropped: readonly DroppedBlock[], after: number): BlockRow[] {
  const rows: BlockRow[] = [];
  let group: DroppedBlock[] = [];
  const flush = (): void => {
    const [first, ...rest] = group;
    if (first) rows.push({ kind: 'dropped', reason: kindOf(first), blocks: [first, ...rest] });
    group = [];
  };
  for (const block of dropped) {
    if (block.after !== after) continue;
    if (group[0] && group[0].group !== block.group) flush();
    group.push(block);
  }
  flush();
  return rows;
}

/** What a reader calls why a block was dropped. */
export function kindOf({ pass }: DroppedBlock): RemovalKind {
  return KIND_OF_PASS[pass] ?? 'other';
}
