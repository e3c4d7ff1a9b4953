import { readBlock } from '../clean/blocks.ts';
import { dropNamed } from '../clean/drop-named.ts';
import { isAfter } from '../clean/is-after.ts';
import { nameTable, rawNames } from '../clean/names.ts';
import { hasLineBeside } from '../clean/part-of-story.ts';
import { type PassContext, remove } from '../clean/pass.ts';
import { StoryRegion } from '../clean/story-region.ts';
import { weightOf } from '../clean/text-measure.ts';
import { namedBody } from '../markup-body.ts';

/** Who wrote it and when, filed under what: the metadata has it. */
const CREDIT_NAMES = nameTable(`
  byline bylines dateline-date author authors authorbox bio contributor* entry-meta post-meta postmeta
  postmetadata article-meta article-info meta-info story-meta post-info post-date entry-date article-date
  publish-date published-date pub-date pubdate timestamp date-published last-updated tags tag-list taglist
  tag-links tagcloud cat-links post-categories entry-footer post-footer article-footer copyright disclaimer
`);

/** A footer of more text than so many times the story's is not an author's biography. */
const BIOGRAPHY = 2;

/** A speaker, a time, the source of a quotation are at most this long. */
const LABEL_LENGTH = 120;

/** What bears one name so often in the story is part of its form: the speakers of an interview, the times of a live blog. */
const OFTEN = 3;

/** What is in one of these belongs to it. */
const WHOLES = 'blockquote, q, figure, li, dd, td';

/**
 * Byline, date line, tags, author box and imprint, where they are apart from the running text. Below a short story an
 * author's biography may be as long as it.
 */
export function credits(root: Element, context: PassContext): void {
  const body = namedBody(root, context.names, context.measure);
  const longest = body ? context.measure.of(body).text * BIOGRAPHY : 0;
  for (const { element, word } of body ? context.names.find(CREDIT_NAMES) : []) {
    if (!body || !isAfter(element, body) || context.measure.of(element).text > longest) continue;
    remove(element, 'credits', `named "${word}", below the story`, context);
  }
  dropNamed('credits', CREDIT_NAMES, root, context, 0.1, namesInStory(root, context));
}

/** Tells which named elements are part of the running text: who speaks, when it happened, who is quoted. */
function namesInStory(root: Element, context: PassContext): (element: Element) => boolean {
  const region = new StoryRegion(root, context);
  const counts = new Map<string, number>();
  for (const { element } of context.names.find(CREDIT_NAMES)) {
    if (root.contains(element)) counts.set(rawNames(element), (counts.get(rawNames(element)) ?? 0) + 1);
  }
  return (element) => {
    const place = region.placeOf(element);
    if (!place || place.after === 0) return false;
    const count = counts.get(rawNames(element)) ?? 0;
    if (count >= OFTEN && !isListOfLinks(element)) return true;
    if (place.before === 0 || isListOfLinks(element)) return false;
    if (weightOf(element.textContent ?? '') > LABEL_LENGTH) return false;
    return place.before > 1 || count > 1 || hasLineBeside(element) || place.region.contains(element.closest(WHOLES));
  };
}

/** Tags, categories: more than one link and little else. */
function isListOfLinks(element: Element): boolean {
  return element.querySelectorAll('a').length > 1 && readBlock(element).linkShare > 0.5;
}
