import type { NameIndex } from './clean/names.ts';
import { nameTable, rawNames } from './clean/names.ts';
import type { TextMeasure } from './clean/text-measure.ts';

/** Classes and ids that content systems and publishers use for the story's own block, and to nothing else. */
const BODY_NAMES = nameTable(`
  article-body articlebody article-content articlecontent article-text articletext article-main-body
  article-copy article-detail-content article-inner-content artikel-text artikeltext artikelinhalt entry-content
  entrycontent entry-text entry-body post-content postcontent post-body postbody post-text post-entry
  single-content blog-content story-body storybody story-content story-text storytext news-body news-content
  news-text newstext newscontent news-detail-content content-body contentbody body-content body-copy bodycopy
  body-text bodytext field-name-body field-name-field-body node-body texto-noticia cuerpo-noticia noticia-cuerpo
  nota-contenido rich-media-content js-content artibody endtext trs-editor trs-ueditor ctrlfscont all-txt
  post-richtext cnt-bd zoom-article
`);

/** A body of less prose (as Latin letters) is a teaser or a slot. */
const LEAST_PROSE = 100;

/** An inner block with this share of the outer one's prose is the closer fit. */
const CLOSER = 0.85;

/**
 * The block that the page itself declares to be the story, by `itemprop` or by one of the usual names; undefined where
 * there is none, or where several of one kind are side by side (a list of posts, a story in sections).
 */
export function markupBody(root: Element, names: NameIndex, measure: TextMeasure): Element | undefined {
  const marked = Array.from(root.querySelectorAll('[itemprop~="articleBody"]'));
  const candidates = (marked.length > 0 ? marked : names.find(BODY_NAMES).map(({ element }) => element)).filter(
    (element) => {
      const { text, linkText, prose } = measure.of(element);
      return root.contains(element) && prose >= LEAST_PROSE && linkText < text * 0.5;
    },
  );
  const proseOf = (element: Element) => measure.of(element).prose;
  const [largest] = candidates.toSorted((a, b) => proseOf(b) - proseOf(a));
  if (!largest) return undefined;
  const rivals = candidates.filter((element) => !element.contains(largest) && !largest.contains(element));
  const same = rivals.filter((element) => rawNames(element) === rawNames(largest));
  if (same.reduce((sum, element) => sum + proseOf(element), 0) > proseOf(largest) * 0.5) return undefined;
  // Where it contains several of one name, each is a part of the story.
  const inside = names.find(BODY_NAMES).filter(({ element }) => largest !== element && largest.contains(element));
  const parts = new Map<string, number>();
  for (const { element } of inside) parts.set(rawNames(element), (parts.get(rawNames(element)) ?? 0) + 1);
  let closest = largest;
  for (const element of candidates) {
    if (!closest.contains(element) || (parts.get(rawNames(element)) ?? 0) > 1) continue;
    if (proseOf(element) >= proseOf(largest) * CLOSER) closest = element;
  }
  return closest;
}

/** The block with a story's name that holds most text, whatever that text is: a list of links may be a post. */
export function namedBody(root: Element, names: NameIndex, measure: TextMeasure): Element | undefined {
  const named = [
    ...Array.from(root.querySelectorAll('[itemprop~="articleBody"]')),
    ...names.find(BODY_NAMES).map(({ element }) => element),
  ];
  return named.toSorted((a, b) => measure.of(b).text - measure.of(a).text)[0];
}
