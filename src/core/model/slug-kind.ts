/** How the words of a title become a piece of a file name. */
export const SLUG_KINDS = ['keep', 'pinyin', 'hash'] as const;

export type SlugKind = (typeof SLUG_KINDS)[number];
