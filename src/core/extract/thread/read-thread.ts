import type { MeasuredText } from '../../model/measured-text.ts';
import type { StatedKind } from '../../model/modules.ts';
import { lettersOf } from '../../text/text-folding.ts';
import { blocksOf, collapse } from '../clean/blocks.ts';
import { dropRepeats } from './drop-repeats.ts';
import { findPosts } from './find-posts.ts';
import type { Post } from './post.ts';
import { readable } from './readable.ts';
import { DAY, isAuthor, rankedSigns } from './signs.ts';
import { mayBeThread } from './thread-forms.ts';

/** What a post holds beside its text. */
const FURNITURE =
  'form, nav, button, [role="button"], [class*="signature" i], [class*="reaction" i], [class*="toolbar" i], [class*="actions" i], [class*="controls" i], [class*="share" i], [class*="avatar" i], [class*="vote" i], [class*="expandlink" i], :is(a, span)[class*="expand" i], [class*="lastedit" i], [hidden], [style*="display:none"], [style*="display: none"], .sr-only, .visually-hidden';

const BESIDE_NAME = '[class*="avatar" i], [hidden], .sr-only, .visually-hidden';

/** The longest name, and the longest line of time. */
const NAME_LENGTH = 48;
const TIME_LENGTH = 48;

/** “3 days ago”, “2h”: true on the day of the clip only. */
const RELATIVE = /ago\b|^\d{1,3}\s?(?:[smhdwy]|mo|min|hrs?|yrs?)\b|yesterday|today|前$|昨天|今天|刚刚/i;

/** What stands between a poster's name and the time. */
const WROTE = /\b(?:posted|wrote|said|replied|by|on|at)\b/gi;

const NO_NAME = /^(?:guest|anonymous|author|op|reply|profile|(?:[\d.,k]+ )?posts?|joined|member|moderator|admin)$|:$/i;

/** What may be a name only where the page says so. */
const LIKE_TIME = /^[\d\W_]+$|\d{4}/;
const SURELY_NAME = '[itemprop="name"], [class*="username" i], [class*="username" i] *';

/** A date or a time of day. */
const MOMENT =
  /\d{1,2}[:.h]\d{2}|\d{4}|\d{1,2}[./-]\d{1,2}|\d\s?(?:st|nd|rd|th)?,?\s?[A-Za-z]{3}|[A-Za-z]{3,9}\.?\s\d{1,2}|年|月|日/;

/**
 * The thread of a page as one element: each post under a heading that says who wrote it and when. Undefined where the
 * page is not a thread. The page is read only.
 *
 * @param measure the page's amounts of text.
 * @param stated what the page states that it is.
 */
export function readThread(page: Element, measure: MeasuredText, stated?: StatedKind): HTMLElement | undefined {
  const posts = mayBeThread(page) ? findPosts(page, measure, stated) : undefined;
  if (!posts) return undefined;
  const root = page.ownerDocument.createElement('div');
  const above: string[] = [];
  for (const post of posts) appendPost(root, post, above);
  return root;
}

/** @param above the letters of the posts above it. */
function appendPost(root: Element, post: Post, above: string[]): void {
  const document = root.ownerDocument;
  const body = post.body.cloneNode(true) as Element;
  for (const part of Array.from(body.querySelectorAll(FURNITURE))) part.remove();
  shortenPreviews(body);
  dropRepeats(body, above);
  above.push(lettersOf(body.textContent ?? ''));
  if (collapse(body.textContent ?? '') === '' && !body.querySelector('img')) return;
  const signs = [authorOf(post), timeOf(post)].filter((part) => part !== '');
  dropSignedLines(body, signs);
  const line = signs.join(' · ');
  if (line !== '') {
    const heading = document.createElement('h3');
    heading.textContent = line;
    root.append(heading);
  }
  for (const named of [body, ...Array.from(body.querySelectorAll('[class]'))]) {
    if (!/^(?:PRE|CODE)$/.test(named.tagName)) named.removeAttribute('class');
  }
  const section = document.createElement('section');
  section.append(...Array.from(body.childNodes));
  root.append(section);
}

/** Leaves the titled link of each preview that the forum's software drew of another page; its text is that page's. */
function shortenPreviews(body: Element): void {
  for (const preview of Array.from(body.querySelectorAll('aside'))) {
    const link = preview.querySelector(':is(h1, h2, h3, h4, h5) a[href]');
    if (!link || preview.querySelector('blockquote')) continue;
    const line = body.ownerDocument.createElement('p');
    line.append(link);
    preview.replaceWith(line);
  }
}

/** Drops the first lines of a post that say no more than its heading does. */
function dropSignedLines(body: Element, signs: readonly string[]): void {
  for (const { element, text } of blocksOf(body)) {
    const rest = signs.reduce((line, sign) => line.replace(sign, ''), text.replace(WROTE, ''));
    if (lettersOf(rest) !== '') return;
    element.remove();
  }
}

function authorOf({ box, body }: Post): string {
  const names = rankedSigns(box, 'author').flatMap((element) => {
    const name = body.contains(element) ? '' : nameIn(element);
    if (name === '' || name.length > NAME_LENGTH || NO_NAME.test(name)) return [];
    return LIKE_TIME.test(name) && !element.matches(SURELY_NAME) ? [] : [{ element, name }];
  });
  // Beside a name its first letter may be drawn as a picture.
  let best = names.find(({ name }) => name.length > 1) ?? names[0];
  for (let outer = best; best && outer; ) {
    const box = outer.element;
    // Around a name may be the poster's rank, and the time.
    outer = names.find(({ element, name }) => element !== box && box.contains(element) && name.length > 1);
    best = outer ?? best;
  }
  return best?.name ?? '';
}

/** The shown name of a poster, without the letter that is drawn for a picture and words for screen readers. */
function nameIn(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  for (const part of Array.from(copy.querySelectorAll(BESIDE_NAME))) part.remove();
  return collapse(copy.textContent ?? '').replace(/^@|^(?:by|von|posted by)\s/i, '');
}

function timeOf({ box, body }: Post): string {
  let first = '';
  for (const element of rankedSigns(box, 'time')) {
    if (body.contains(element) || Array.from(element.children).some(isAuthor)) continue;
    const text = collapse(element.textContent ?? '').replace(/^(?:posted|on|at|said|asked|answered)[:\s]+/i, '');
    const exact = element.getAttribute('datetime') ?? element.getAttribute('title') ?? element.getAttribute('content');
    if (exact && MOMENT.test(exact) && (text === '' || RELATIVE.test(text))) return readable(exact);
    if (text === '' || text.length > TIME_LENGTH) continue;
    if (DAY.test(text)) return text;
    if (first === '' && (MOMENT.test(text) || RELATIVE.test(text))) first = text;
  }
  return first;
}
