/** Every form in which pages hold maths, but for images; outer forms first, for they hold inner ones. */
export const MATHS_FORMS =
  '.katex-display, .katex, mjx-container, script[type^="math/tex"], .mwe-math-element, [data-tex], [data-latex], .arithmatex, span.math, div.math, math';

/** Names of images that services and programs draw of a formula: Wikipedia, WordPress, Zhihu, CodeCogs. */
const TEX_IMAGES =
  /\b(?:mwe-math|latex|tex|texhtml|math|maths|katex|mathjax|mimetex|formula|equation|ee_img)\b|codecogs|latex\.php|cht=tx|equation\?tex=|\/math\/render\//i;

/** Attributes in which a picture or drawing of a formula keeps its source, best first. */
const SOURCES =
  'data-tex data-latex data-formula data-equation data-eq data-math data-katex data-mathml-tex data-original-tex data-expr alt aria-label title'.split(
    ' ',
  );

/** What names the source outright: no other sign is asked for. */
const NAMED_SOURCE = /^data-(?:tex|latex|formula|equation|eq|math|katex|expr|original-tex)$/;

/** Drawings that may hold a source which nothing else names. Any other picture has one only where it is named as a formula. */
const WITH_SOURCE = `svg, ${SOURCES.filter((name) => NAMED_SOURCE.test(name))
  .map((name) => `[${name}]`)
  .join(', ')}`;

/** What only TeX has: a command, a script, braces. */
const TEX = /\\[A-Za-z]+|[_^]\{|[_^][A-Za-z0-9\\]|[{}]/;
const MAYBE_TEX = /[\\^_{=+<>]|^\s*[A-Za-z]\s*$/;

/** Whether any of a page's maths could be put as TeX. */
export function hasMaths(root: Element): boolean {
  if (root.querySelector(MATHS_FORMS)) return true;
  return Array.from(root.querySelectorAll(DRAWN_FORMS)).some((image) => texOfDrawing(image) !== undefined);
}

/** Images and drawings that may show a formula. */
export const DRAWN_FORMS =
  'img[alt], img[data-formula], img[eeimg], svg[aria-label], svg[data-formula], [data-formula], [data-equation], [data-math]';

/** The TeX of a formula that is drawn as an image or as SVG, from the attribute that keeps it. */
export function texOfDrawing(drawing: Element): string | undefined {
  const address = drawing.getAttribute('src') ?? '';
  const names = `${drawing.getAttribute('class') ?? ''} ${drawing.parentElement?.getAttribute('class') ?? ''} ${address}`;
  const isNamed = TEX_IMAGES.test(names) || drawing.hasAttribute('eeimg') || drawing.getAttribute('role') === 'math';
  // Most pictures of a page are neither: one question for all attributes.
  if (!isNamed && !drawing.matches(WITH_SOURCE)) return undefined;
  for (const name of SOURCES) {
    const source = drawing.getAttribute(name)?.trim() ?? '';
    if (source === '') continue;
    const isCertain = NAMED_SOURCE.test(name) ? MAYBE_TEX.test(source) : isNamed ? MAYBE_TEX.test(source) : false;
    if (isCertain || (drawing.localName === 'svg' && /\\[A-Za-z]{2,}/.test(source) && TEX.test(source))) return source;
  }
  return isNamed ? texOfAddress(address) : undefined;
}

/** `…/latex.php?latex=x%5E2`, `…/equation?tex=x`: the source is in the address. */
function texOfAddress(address: string): string | undefined {
  const query = /[?&](?:latex|tex|chl|eq)=([^&#]+)/.exec(address)?.[1];
  if (query === undefined) return undefined;
  try {
    return decodeURIComponent(query.replaceAll('+', ' '));
  } catch {
    return undefined; // a lone percent sign: no address of such a service
  }
}
