/** Fewer of them name the people of a page, not those of a thread. */
const LEAST = 2;

/** So many people are posters, even where no moment is marked. */
const MANY = 6;

const PEOPLE =
  '[itemprop="author"], [class*="username" i], a[href*="/u/"], a[href*="/user"], a[href*="/member"], a[href*="profile"], a[href*="/~"]';
const MOMENTS = 'time, [datetime], [itemprop^="date"], [class*="date" i], [class*="time" i]';

/** True where several people and moments are named: posts of a thread, comments, a list of stories. */
export function mayBeThread(root: Element): boolean {
  const people = root.querySelectorAll(PEOPLE).length;
  return people >= LEAST && (people >= MANY || root.querySelectorAll(MOMENTS).length >= LEAST);
}
