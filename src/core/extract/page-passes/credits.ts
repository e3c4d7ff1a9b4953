import { dropNamed } from '../clean/drop-named.ts';
import { isAfter } from '../clean/is-after.ts';
import { nameTable } from '../clean/names.ts';
import { type PassContext, remove } from '../clean/pass.ts';
import { namedBody } from '../markup-body.ts';

/** Who wrote it and when, filed under what: the metadata has it. */
const CREDIT_NAMES = nameTable(`
  byline bylines dateline-date author authors authorbox bio contributor* entry-meta post-meta postmeta
  postmetadata article-meta article-info meta-info story-meta post-info post-date entry-date article-date
  publish-date published-date pub-date pubdate timestamp date-published last-updated tags tag-list taglist
  tag-links tagcloud cat-links post-categories entry-footer post-footer article-footer copyright disclaimer
`);

/** A footer of more text than so many times the story's is no author's biography. */
const BIOGRAPHY = 2;

/** Byline, date line, tags, author box and imprint. Below a short story an author's biography may be as long as it. */
export function credits(root: Element, context: PassContext): void {
  const body = namedBody(root, context.names, context.measure);
  const longest = body ? context.measure.of(body).text * BIOGRAPHY : 0;
  for (const { element, word } of body ? context.names.find(CREDIT_NAMES) : []) {
    if (!body || !isAfter(element, body) || context.measure.of(element).text > longest) continue;
    remove(element, 'credits', `named "${word}", below the story`, context);
  }
  dropNamed('credits', CREDIT_NAMES, root, context, 0.1);
}
