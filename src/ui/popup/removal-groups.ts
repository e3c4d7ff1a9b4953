import type { Removal } from '../../core/model/article.ts';

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
};

export interface RemovalGroup {
  readonly kind: RemovalKind;
  readonly removals: readonly Removal[];
}

/** The removals by kind, in the order in which kinds first occur; in each, those with text first: they could be missed. */
export function groupRemovals(trace: readonly Removal[]): readonly RemovalGroup[] {
  const groups = new Map<RemovalKind, Removal[]>();
  for (const removal of trace) {
    const kind = KIND_OF_PASS[removal.pass] ?? 'other';
    const others = groups.get(kind);
    if (others) others.push(removal);
    else groups.set(kind, [removal]);
  }
  return [...groups].map(([kind, removals]) => ({
    kind,
    removals: [...removals.filter(({ text }) => text !== ''), ...removals.filter(({ text }) => text === '')],
  }));
}
