/** Marks the headings that the page has as `h1`. Readability makes every `h1` an `h2`. */
export const TOP_HEADING = 'data-top';

export function topHeadings(root: Element): void {
  for (const heading of Array.from(root.querySelectorAll('h1'))) heading.setAttribute(TOP_HEADING, '');
}
