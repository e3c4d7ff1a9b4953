import { lettersOf } from '../../text/text-folding.ts';
import { nameTable } from '../clean/names.ts';
import { type PassContext, remove } from '../clean/pass.ts';

/** Readers' comments, the form to write one, and the comment services most in use. */
const COMMENT_NAMES = nameTable(`
  comments comment-list commentlist comment-form commentform comment-section comment-area comment-box
  comment-wrap* comment-body comment-content comment-text kommentar* commentaires comentario* commenti koment* reacties yorumlar diskuze respond
  disqus* livefyre* viafoura* coral-* spot-im* openweb-* tie-area pinglun trackback* pingback* discussion-*
`);

/** Comments go only while this much prose (as Latin letters) stays elsewhere: on a forum the comments are the page. */
const ELSEWHERE = 250;

/** Readers' comments below the story. */
export function comments(root: Element, context: PassContext): void {
  let left = context.measure.total.prose;
  for (const { element, word } of context.names.find(COMMENT_NAMES)) {
    if (!root.contains(element) || element.tagName === 'BODY' || element.tagName === 'MAIN') continue;
    if (element.querySelector('h1, [itemprop="articleBody"]')) continue;
    if (context.measure.proseShare(element) > 0.3 && showsTitle(element, context)) continue;
    const { prose } = context.measure.of(element);
    if (prose > 0 && left - prose < ELSEWHERE) continue;
    left -= prose;
    remove(element, 'comments', `named "${word}"`, context);
  }
}

function showsTitle(element: Element, { title }: PassContext): boolean {
  const wanted = lettersOf(title);
  return (
    wanted !== '' &&
    Array.from(element.querySelectorAll('h1, h2, h3')).some(
      (heading) => lettersOf(heading.textContent ?? '') === wanted,
    )
  );
}
