/**
 * Makes the footer of a quotation a paragraph: it says who is quoted
 * (https://html.spec.whatwg.org/multipage/grouping-content.html#the-blockquote-element), and passes drop footers.
 */
export function quotationSources(root: Element): void {
  for (const footer of Array.from(root.querySelectorAll('blockquote footer, figure footer'))) {
    const paragraph = footer.ownerDocument.createElement('p');
    paragraph.append(...Array.from(footer.childNodes));
    footer.replaceWith(paragraph);
  }
}
