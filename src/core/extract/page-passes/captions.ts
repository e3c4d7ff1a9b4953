import { collapse } from '../clean/blocks.ts';
import { holdsStory } from '../clean/drop-named.ts';
import { nameTable } from '../clean/names.ts';
import { type PassContext, remove } from '../clean/pass.ts';
import { weightOf } from '../clean/text-measure.ts';

/** Captions and credits of pictures. */
const CAPTION_NAMES = nameTable(`
  caption* figcaption imagecaption photocaption bildunterschrift bildtext bu legend legende leyenda dida
  didascalia credit credits photo-credit* image-credit* photocredit imagecredit image-source image-copyright
  image-description image-text image-annotation photo-info photo-by photographer slide-count img-wrapper-text
  pic-desc picdesc pictext pic-info imgdesc img-desc*
`);

/** Boxes around a picture: what text they hold beside it is its caption. */
const PICTURE_BOXES = nameTable(`
  img-wrap* image-wrap* img-container image-container image-ct img-box image-box imginline inline-image*
  image-inline photo picture pic picbox imgbox media-image image-block img-block wp-block-image article-image
  article-img entry-image post-image content-image img-holder image-holder photobox bild bildbox wp-caption*
  illustration inlinegallery-item inline-gallery*
`);

/** Classes of centred lines: a short one right below a picture is its caption. */
const CENTRED = nameTable(
  'f-center text-center center aligncenter has-text-align-center tac txt-center text-align-center align-center',
);

/** A longer text is not a caption, whatever it is called. */
const LONGEST = 700;

/** A box of more text than this holds more than a picture. */
const BOX_LENGTH = 320;

const SENTENCE_END = /[.!?:…。！？][”"’»』」]?$/;

/** Beside a picture in a paragraph, this much text at most is its caption. */
const IN_PARAGRAPH = 120;

/** How far above a caption its picture's block is looked for. */
const CLIMB = 4;

/** So much of the page's summary tells a text that begins with it. */
const SUMMARY_LENGTH = 60;

/** A centred line below a picture. */
const CENTRED_LENGTH = 200;

const SMALL_BLOCKS = new Set(['P', 'DIV', 'CENTER', 'SECTION']);

const PICTURE = 'img, picture, video, svg';

/** Pictures get their captions: text in a figure, or named as one, becomes the figure's `figcaption`. */
export function captions(root: Element, context: PassContext): void {
  for (const figure of Array.from(root.querySelectorAll('figure'))) normalizeFigure(figure);
  for (const { element } of context.names.find(PICTURE_BOXES)) {
    const picture = root.contains(element) ? element.querySelector('img') : null;
    if (picture && element.querySelectorAll('img').length === 1) wrapUnnamed(element, picture);
  }
  for (const picture of Array.from(root.querySelectorAll('img'))) wrapSmallBlock(picture, root);
  for (const { element, word } of context.names.find(CAPTION_NAMES)) {
    if (
      !root.contains(element) ||
      element.closest('figcaption, caption') ||
      element.querySelector('h1, h2, h3, figcaption') ||
      /^(IMG|FIGURE|TABLE|VIDEO|PICTURE)$/.test(element.tagName)
    )
      continue;
    const picture = pictureOf(element, root);
    if (picture && element.contains(picture)) {
      wrapUnnamed(element, picture);
      continue;
    }
    const text = collapse(element.textContent ?? '');
    if (weightOf(text) > LONGEST) continue;
    const figure = picture?.closest('figure');
    const caption = figure?.querySelector('figcaption');
    if (picture && text !== '' && !caption) bind(picture, element);
    else if (caption && text !== '' && figure?.contains(element)) addTo(caption, element);
    else if (!holdsStory(element, context) && !isSummary(text, context))
      remove(element, 'captions', `named "${word}"`, context);
  }
  for (const { element } of context.names.find(CENTRED)) {
    if (element.tagName !== 'P' || !root.contains(element) || element.querySelector('img')) continue;
    if (weightOf(element.textContent ?? '') > CENTRED_LENGTH) continue;
    const above = element.previousElementSibling;
    const picture = above?.tagName === 'IMG' ? above : above?.querySelector('img');
    if (picture && weightOf(above?.textContent ?? '') === 0) bind(picture, element);
  }
}

/** Below a player may be the whole story, named a caption: what the page itself states as its summary is not a caption. */
function isSummary(text: string, { description }: PassContext): boolean {
  return description.length >= SUMMARY_LENGTH && text.includes(description.slice(0, SUMMARY_LENGTH));
}

/** A block of one picture and a few words: the words are its caption. Lists and tables of pictures are left alone. */
function wrapSmallBlock(picture: Element, root: Element): void {
  if (picture.closest('figure, li, td, th, dd, dt, pre')) return;
  let block = picture.parentElement;
  for (let i = 0; i < CLIMB && block && block !== root && (block.textContent ?? '').trim() === ''; i++)
    block = block.parentElement;
  if (!block || block === root || !SMALL_BLOCKS.has(block.tagName)) return;
  const weight = weightOf(block.textContent ?? '');
  if (weight > 0 && weight <= IN_PARAGRAPH && block.querySelectorAll('img').length === 1) wrapUnnamed(block, picture);
}

/** Makes a figure's loose text its caption. A figure around a headline, a table, code or a quotation is left alone. */
function normalizeFigure(figure: Element): void {
  if (figure.querySelector('h1, table, pre, blockquote')) return;
  unboxCaption(figure);
  const loose = Array.from(figure.children).filter(
    (child) =>
      child.tagName !== 'FIGCAPTION' &&
      !child.matches(PICTURE) &&
      !child.querySelector(`${PICTURE}, figcaption`) &&
      collapse(child.textContent ?? '') !== '',
  );
  const text = loose.map((child) => collapse(child.textContent ?? '')).join(' ');
  if (text === '' || weightOf(text) > LONGEST) return;
  let caption = figure.querySelector('figcaption');
  if (!caption) {
    caption = figure.ownerDocument.createElement('figcaption');
    figure.append(caption);
  }
  caption.append(' ', ...loose);
}

/** Takes a figure's caption out of a box around it, with what else the box says. */
function unboxCaption(figure: Element): void {
  const caption = figure.querySelector('figcaption');
  const box = Array.from(figure.children).find((child) => child.contains(caption));
  if (!caption || !box || box === caption || box.querySelector(PICTURE)) return;
  box.before(caption);
  addTo(caption, box);
}

/** Adds the text of an element, if any, to a caption. */
function addTo(caption: Element, element: Element): void {
  if (collapse(element.textContent ?? '') !== '') caption.append(' ', ...Array.from(element.childNodes));
  element.remove();
}

/** A box named a caption that holds picture and text (`div.wp-caption`): the text is the caption. */
function wrapUnnamed(box: Element, picture: Element): void {
  if (box.closest('figure') || box.querySelector('figcaption, table, pre, blockquote')) return;
  const text = collapse(box.textContent ?? '');
  if (text === '' || weightOf(text) > BOX_LENGTH) return;
  if (weightOf(text) > IN_PARAGRAPH / 2 && /^(?:P|DIV|SPAN)$/.test(box.tagName) && SENTENCE_END.test(text)) return;
  const { figure, caption } = makeFigure(box.ownerDocument);
  box.before(figure);
  figure.append(picture.closest('picture') ?? picture, caption);
  caption.append(...Array.from(box.childNodes));
  box.remove();
}

function bind(picture: Element, text: Element): void {
  const outer = picture.closest('figure');
  if (outer) {
    const caption = outer.ownerDocument.createElement('figcaption');
    caption.append(...Array.from(text.childNodes));
    outer.append(caption);
  } else {
    const { figure, caption } = makeFigure(picture.ownerDocument);
    const box = boxBeside(picture, text);
    const shown = picture.closest('picture') ?? picture;
    const link = shown.closest('a');
    box.before(figure);
    if (link && box.contains(link)) {
      link.replaceChildren(shown);
      figure.append(link, caption);
    } else figure.append(shown, caption);
    if (box !== shown && box !== link) box.remove();
    caption.append(...Array.from(text.childNodes));
  }
  text.remove();
}

/** The largest box of a picture that holds nothing else and does not hold its caption. */
function boxBeside(picture: Element, caption: Element): Element {
  let box = picture;
  for (let outer = box.parentElement; outer && !outer.contains(caption); outer = outer.parentElement) {
    if (collapse(outer.textContent ?? '') !== '' || outer.querySelectorAll('img').length > 1) break;
    box = outer;
  }
  return box;
}

function makeFigure(document: Document): { figure: Element; caption: Element } {
  return { figure: document.createElement('figure'), caption: document.createElement('figcaption') };
}

/** The picture that a caption belongs to: the last one before it in the nearest block that holds one. */
function pictureOf(caption: Element, root: Element): Element | undefined {
  const own = caption.querySelector('img');
  if (own) return own;
  let block: Element | null = caption;
  for (let i = 0; i < CLIMB && block && block !== root; i++) {
    const parent: Element | null = block.parentElement;
    if (!parent) return undefined;
    for (
      let before = block.previousElementSibling, steps = 0;
      before && steps < 3;
      before = before.previousElementSibling, steps++
    ) {
      if (before.tagName === 'IMG') return before;
      const images = before.getElementsByTagName('img');
      const last = images[images.length - 1];
      if (last) return last;
      if (weightOf(before.textContent ?? '') > 80) return undefined;
    }
    block = parent;
  }
  return undefined;
}
