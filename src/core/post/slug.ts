import type { SlugKind } from '../model/slug-kind.ts';
import { stableHash } from '../text/stable-hash.ts';
import { type LoadPinyin, spellPinyin } from './pinyin.ts';

/** Turns text into a slug; `identity` (the story's address) names it where the text has no letter to name it by. */
export type Slugger = (text: string, identity: string) => string;

/** Apostrophes inside a word: `it's` is one word. */
const APOSTROPHES = /(?<=\p{L})['\u2019\u02bc](?=\p{L})/gu;
/**
 * Letters, marks and decimal digits of every script; what is between them separates words. Jekyll's slugs keep just
 * these three (`:title` in jekyll/utils.rb), so that two file names are never one address.
 */
const WORD = /[\p{L}\p{M}\p{Nd}]+/gu;
/** Fillers, variation selectors and other letters and marks that show nothing. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

/** The slug with each script as it is: `王毅会见俄外长-吁中俄共同抵制-印太战略`, `ferry-runs-on`. */
export const keepSlug: Slugger = (text, identity) => {
  const plain = text.normalize('NFKC').replace(INVISIBLE, '').toLowerCase().replace(APOSTROPHES, '');
  const slug = (plain.match(WORD) ?? []).join('-').normalize('NFC');
  return /[\p{L}\p{Nd}]/u.test(slug) ? slug : hashSlug(text, identity);
};

/** The slug of a story by its address alone: stable whatever becomes of its headline. */
export const hashSlug: Slugger = (_text, identity) => stableHash(identity);

/** The slugger of a kind. The table of readings is loaded only where pinyin is asked for. */
export async function loadSlugger(kind: SlugKind, loadPinyin: LoadPinyin): Promise<Slugger> {
  if (kind === 'keep') return keepSlug;
  if (kind === 'hash') return hashSlug;
  const table = await loadPinyin();
  return (text, identity) => keepSlug(spellPinyin(text.normalize('NFKC'), table), identity);
}
