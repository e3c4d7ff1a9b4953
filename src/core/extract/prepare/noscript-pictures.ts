import { bestSource, lazySource } from './picture-source.ts';

/** How far around a `<noscript>` its lazy picture is looked for. */
const CLIMB = 4;

/**
 * Unpacks the pictures that pages keep in `<noscript>` for readers without scripts. Most of them repeat a lazy picture
 * that is beside them, before or after, perhaps each in a box of its own: the two become one.
 */
export function noscriptPictures(root: Element, base: string): void {
  const noscripts = Array.from(root.querySelectorAll('noscript'));
  if (noscripts.length === 0) return;
  const shown = new Set<string | undefined>();
  for (const image of imagesOf(root)) shown.add(bestSource(image, base));
  for (const noscript of noscripts) unpack(noscript, base, shown);
}

/**
 * Where scripts run, the content of a `<noscript>` is one text. It is read by attribute: to parse it as HTML would wake
 * what a page hides in it.
 */
function unpack(noscript: Element, base: string, shown: ReadonlySet<string | undefined>): void {
  // One that holds a script was never closed (by an end tag that something inside it swallowed): it is the page.
  if (noscript.querySelector('script')) {
    noscript.replaceWith(...Array.from(noscript.childNodes));
    return;
  }
  if (holdsStory(noscript)) {
    noscript.replaceWith(...Array.from(noscript.childNodes));
    return;
  }
  const inside = noscript.querySelector('img') ?? imageInText(noscript);
  const source = inside && bestSource(inside, base);
  if (inside && source !== undefined) {
    const twin = twinOf(noscript, source, base);
    if (!twin) {
      if (!shown.has(source)) noscript.before(inside);
    } else if (lazySource(twin, base) === undefined) twin.setAttribute('data-src', source);
  }
  noscript.remove();
}

/** A page that is drawn by its scripts alone may hold its whole text in a `<noscript>`: a forum of Discourse does. */
const STORY_LENGTH = 600;

function holdsStory(noscript: Element): boolean {
  const lengthOf = (elements: Iterable<Element>) =>
    Array.from(elements).reduce((sum, { textContent }) => sum + (textContent ?? '').trim().length, 0);
  const inside = lengthOf(noscript.querySelectorAll('p'));
  return inside > STORY_LENGTH && inside * 2 > lengthOf(noscript.ownerDocument.querySelectorAll('p'));
}

/** The picture that a `<noscript>` repeats: the only other one in its box, or the one beside it. */
function twinOf(noscript: Element, source: string, base: string): Element | undefined {
  const isTwin = (image: Element): boolean => [undefined, source].includes(bestSource(image, base));
  let box = noscript.parentElement;
  for (let level = 0; level < CLIMB && box; level++, box = box.parentElement) {
    const images = imagesOf(box);
    if (hasRunningText(box) || images.length > 1) {
      const beside = [noscript.previousElementSibling, noscript.nextElementSibling];
      return beside.flatMap((one) => (one && level === 0 ? ownImage(one) : [])).find(isTwin);
    }
    if (images[0]) return images[0];
  }
  return undefined;
}

/** The picture that an element is, or that it holds and nothing else. */
function ownImage(element: Element): Element[] {
  if (element.tagName === 'IMG') return [element];
  const images = imagesOf(element);
  return images.length === 1 && !hasRunningText(element) ? images : [];
}

function imagesOf(root: Element): Element[] {
  return Array.from(root.querySelectorAll('img')).filter((image) => !image.closest('noscript'));
}

/** True where an element holds text beside the caption of its picture. */
function hasRunningText(element: Element): boolean {
  let rest = (element.textContent ?? '').trim().length;
  for (const part of Array.from(element.querySelectorAll('noscript, figcaption, button')))
    rest -= (part.textContent ?? '').trim().length;
  return rest > 0;
}

function imageInText(noscript: Element): Element | undefined {
  const tag = /<img\b[^>]*>/i.exec(noscript.textContent ?? '')?.[0];
  if (tag === undefined) return undefined;
  const image = noscript.ownerDocument.createElement('img');
  for (const [, name = '', quoted, single, bare] of tag.matchAll(
    /\s([\w-]*src|srcset|data-original|alt|width|height)=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi,
  )) {
    image.setAttribute(name.toLowerCase(), (quoted ?? single ?? bare ?? '').replaceAll('&amp;', '&'));
  }
  return image;
}
