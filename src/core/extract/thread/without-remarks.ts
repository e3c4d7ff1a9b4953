import type { MeasuredText } from '../../model/measured-text.ts';
import { blockAround } from '../block-around.ts';
import type { Post } from './post.ts';

const COMMENTS = /comment|respond|kommentar/i;

/** A question has an answer. */
const LEAST = 2;

/** Question and answers hold at least this share of the text; else what is named a comment is the thread. */
const LEAST_SHARE = 0.4;

/** True where a post, or its text, is named a comment. */
export function isNamedComment({ box, body }: Post): boolean {
  return COMMENTS.test(`${box.className} ${body.className} ${box.id}`);
}

/**
 * Leaves out the remarks on the posts of a thread: what is named a comment where a question and its answers are not. A
 * thread may call its replies comments: those are not beside one of several posts.
 *
 * @param signed the boxes of posts that name an author or a time.
 * @param measure the page's amounts of text.
 */
export function withoutRemarks(posts: Post[], signed: ReadonlySet<Element>, measure: MeasuredText): Post[] {
  const thread = blockAround(posts.map(({ box }) => box));
  const isRemark = (post: Post): boolean =>
    isNamedComment(post) ||
    ancestorOf(post.box, (outer) => outer === thread || COMMENTS.test(outer.className)) !== thread;
  const remarks = posts.filter(isRemark);
  if (remarks.length === 0) return posts;
  const others = posts.filter((post) => !remarks.includes(post));
  const isBesideOne = ({ box }: Post): boolean => {
    const owner = ancestorOf(box, (outer) => others.some(({ body }) => outer.contains(body)));
    return others.filter(({ body }) => owner?.contains(body)).length === 1;
  };
  const weightOf = (some: readonly Post[]): number => some.reduce((sum, { body }) => sum + measure.of(body).text, 0);
  const areThread = others.filter(({ box }) => signed.has(box)).length >= LEAST;
  return areThread && weightOf(others) >= weightOf(posts) * LEAST_SHARE && remarks.some(isBesideOne) ? others : posts;
}

function ancestorOf(element: Element, fits: (ancestor: Element) => boolean): Element | undefined {
  for (let outer = element.parentElement; outer; outer = outer.parentElement) if (fits(outer)) return outer;
  return undefined;
}
