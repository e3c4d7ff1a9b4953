/**
 * Elements that the browser's own style sheet does not draw: the reader is not meant to see them, the clip is
 * (structured data, picture sources, brackets of ruby, images of pages without scripts).
 */
const NEVER_DRAWN = new Set([
  'area',
  'base',
  'head',
  'link',
  'meta',
  'noscript',
  'param',
  'rp',
  'script',
  'source',
  'style',
  'template',
  'title',
  'track',
]);

/** Reading a computed style costs three times as much as asking this, so it is only read where this returns false. */
const SIGHT: CheckVisibilityOptions = { visibilityProperty: true, opacityProperty: true };

/**
 * Marks with `hidden` on the clone what the page hides. Returns whether all below it is hidden too.
 *
 * Out of sight is what is not drawn (`display: none`), drawn invisibly (`visibility: hidden`), or see-through for good
 * (`opacity: 0` with nothing to fade it in). Content that a click or a scroll in the text reveals counts as visible: text
 * cut off by a “read more”, closed `<details>`, `hidden="until-found"`, what a page fades in. Panels behind tabs and
 * paragraphs behind a paywall are not drawn, so they are out: a post says what its reader was shown.
 */
export function hideUnseen(element: Element, clone: Element, name: string): boolean {
  if (NEVER_DRAWN.has(name)) return false;
  if (Element.prototype.checkVisibility.call(element, SIGHT)) return false;
  const { display, visibility, opacity, transitionDuration, animationName } = getComputedStyle(element);
  const isFadingIn = animationName !== 'none' || transitionDuration !== '0s';
  if (display === 'none' || (opacity === '0' && !isFadingIn)) {
    hide(clone);
    return true;
  }
  // What is inside may be visible all the same, so only what is the element's own goes.
  if (visibility === 'hidden' || visibility === 'collapse') hideOwn(clone);
  return false;
}

function hide(clone: Element): void {
  Element.prototype.setAttribute.call(clone, 'hidden', '');
}

function hideOwn(clone: Element): void {
  const children: NodeListOf<ChildNode> = Reflect.get(Node.prototype, 'childNodes', clone);
  let hasElements = false;
  for (const child of children) {
    if (child instanceof Text) child.data = '';
    hasElements ||= child instanceof Element;
  }
  if (!hasElements) hide(clone);
}
