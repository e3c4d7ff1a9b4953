import { lettersOf } from '../text/text-folding.ts';
import { elementsInOrder } from './elements-in-order.ts';

/** The heading that shows the story's title; else the page's only `h1`. */
export function titleHeading(page: Element, title: string): Element | undefined {
  const wanted = lettersOf(title);
  const headings = elementsInOrder(page, ({ tagName }) => tagName === 'H1' || tagName === 'H2');
  const matching = headings.find((heading) => {
    const letters = lettersOf(heading.textContent ?? '');
    return (
      wanted.length > 3 &&
      letters.length > 3 &&
      (letters.includes(wanted) || (wanted.includes(letters) && letters.length > wanted.length * 0.6))
    );
  });
  if (matching) return matching;
  const first = headings.filter((heading) => heading.tagName === 'H1');
  return first.length === 1 ? first[0] : undefined;
}
