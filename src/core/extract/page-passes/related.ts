import { dropNamed, holdsStory, isStoryPicture } from '../clean/drop-named.ts';
import { nameTable } from '../clean/names.ts';
import { type PassContext, remove } from '../clean/pass.ts';

/** Ways to other stories: related, popular, latest, next; side bars and widgets. */
const RELATED_NAMES = nameTable(`
  related relateds relatedposts relatedcontent relatedlinks relatedarticles yarpp* recommend recommended
  recommendations recirc* read-more* readmore read-next readnext read-also readalso also-read see-also
  more-stories more-news more-from* more-on more-articles more-posts more-like-this up-next next-story nextstory
  next-article next-post* most-read mostread most-viewed popular trending latest-news latest-posts recent-posts
  also-like storylink* story-package link-box linkbox teaser-list sidebar side-bar widgets widget-* xiangguan
  tuijian hot-news hotnews
`);

/** Ways to other stories, and side columns. */
export function related(root: Element, context: PassContext): void {
  for (const aside of Array.from(root.querySelectorAll('aside, [role="complementary"]'))) {
    if (root.contains(aside) && !holdsStory(aside, context, 0.15) && !isStoryPicture(aside))
      remove(aside, 'related', 'aside', context);
  }
  dropNamed('related', RELATED_NAMES, root, context, 0.15);
}
