/**
 * What is not text of the page. Formulas that MathJax keeps in `<script type="math/tex">` stay for the Markdown rules, and
 * microdata for whoever wrote a post and when.
 */
const PARTS =
  'script:not([type^="math/"]), style, template, link, meta:not([itemprop]), base, svg, canvas, map, noframes';

/** Scripts, style sheets, templates and drawings. */
export function technicalElements(root: Element): void {
  for (const part of Array.from(root.querySelectorAll(PARTS))) part.remove();
}
