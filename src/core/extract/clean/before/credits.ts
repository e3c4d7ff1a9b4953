import { dropNamed } from '../drop-named.ts';
import { nameTable } from '../names.ts';
import type { PassContext } from '../pass.ts';

/** Who wrote it and when, filed under what: the metadata has it. */
const CREDIT_NAMES = nameTable(`
  byline bylines dateline-date author authors authorbox bio contributor* entry-meta post-meta postmeta
  postmetadata article-meta article-info meta-info story-meta post-info post-date entry-date article-date
  publish-date published-date pub-date pubdate timestamp date-published last-updated tags tag-list taglist
  tag-links tagcloud cat-links post-categories entry-footer post-footer article-footer copyright disclaimer
`);

/** Byline, date line, tags, author box and imprint. */
export function credits(root: Element, context: PassContext): void {
  dropNamed('credits', CREDIT_NAMES, root, context, 0.1);
}
