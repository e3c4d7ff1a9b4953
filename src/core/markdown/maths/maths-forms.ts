/** Every form in which pages hold maths, but for images; outer forms first, for they hold inner ones. */
export const MATHS_FORMS =
  '.katex-display, .katex, mjx-container, script[type^="math/tex"], .mwe-math-element, [data-tex], [data-latex], .arithmatex, span.math, div.math, math';

/** Images that services and programs draw of a formula, with the formula in `alt`: Wikipedia, WordPress, Zhihu, CodeCogs. */
const TEX_IMAGES = /\b(?:mwe-math|latex|tex|texhtml|math|mimetex)\b|codecogs|latex\.php|cht=tx|equation\?tex=/i;

/** Whether any of a page's maths could be put as TeX. */
export function hasMaths(root: Element): boolean {
  if (root.querySelector(MATHS_FORMS)) return true;
  return Array.from(root.querySelectorAll('img[alt]')).some((image) => texOfImage(image) !== undefined);
}

export function texOfImage(image: Element): string | undefined {
  const alt = image.getAttribute('alt') ?? '';
  if (!/[\\^_{=]/.test(alt)) return undefined;
  const source = `${image.getAttribute('class') ?? ''} ${image.getAttribute('src') ?? ''}${image.hasAttribute('eeimg') ? ' tex' : ''}`;
  return TEX_IMAGES.test(source) ? alt : undefined;
}
