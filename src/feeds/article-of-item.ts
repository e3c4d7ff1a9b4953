import { contentOf } from '../core/article-of-story.ts';
import { prepare } from '../core/extract/prepare/prepare.ts';
import { toMarkdown } from '../core/markdown/to-markdown.ts';
import { detectLanguage } from '../core/metadata/language.ts';
import type { Article } from '../core/model/article.ts';
import { runSteps } from '../core/model/steps.ts';
import { resolveAddresses } from '../core/text/addresses.ts';
import type { FeedItem } from './feed.ts';
import { readFeedDate } from './feed-date.ts';

export interface ItemContext {
  /** The story's address. */
  readonly url: string;
  /** The publisher's name. */
  readonly siteName: string;
  /** As the feed declares it; empty where it declares none. */
  readonly language: string;
  /** IANA zone of the feed's times, where it is known. */
  readonly zone?: string | undefined;
  readonly now: Date;
}

/** An item without a title takes so many characters of its text's first line. */
const TITLE_LENGTH = 60;
/** The line that WordPress puts below every story of a feed. */
const FEED_FOOTER = /^The post .{1,500} (?:appeared first on|first appeared on) .{1,200}\.?$/;

/**
 * The article that a feed's own text makes: for stories whose page cannot be had, for feeds that hold their stories
 * whole, for videos. Nothing is taken for junk, but for what feeds are known to add.
 *
 * @param document of `item.html` as any HTML parser reads it; it is changed.
 * @returns undefined where the feed holds no text.
 */
export function articleOfItem(item: FeedItem, document: Document, context: ItemContext): Article | undefined {
  const { body } = document;
  if (item.picture !== undefined && !body.querySelector('img')) addPicture(body, item.picture);
  runSteps(prepare(document, item.base));
  resolveAddresses(body, item.base);
  dropFooter(body);
  const content = contentOf(body);
  if (content.text === '') return undefined;
  const title = item.title || titleOf(content.text);
  const language = context.language || detectLanguage(`${title} ${content.text.slice(0, 2_000)}`);
  const published = readFeedDate(item.date, { ...context, language });
  return {
    url: context.url,
    pageUrl: context.url,
    title: { value: title, origin: 'feed' },
    authors: { value: item.authors, origin: item.authors.length > 0 ? 'feed' : 'none' },
    ...(published ? { published } : {}),
    siteName: { value: context.siteName, origin: 'feed' },
    language: { value: language, origin: context.language === '' ? 'detected' : 'feed' },
    description: { value: '', origin: 'none' },
    keywords: { value: item.tags, origin: item.tags.length > 0 ? 'feed' : 'none' },
    section: { value: '', origin: 'none' },
    ...(item.picture === undefined ? {} : { leadImage: { value: item.picture, origin: 'feed' } }),
    ...content,
    markdown: toMarkdown(body),
    direction: 'ltr',
    trace: [],
    warnings: published ? [] : ['date-unknown'],
  };
}

function addPicture(body: HTMLElement, source: string): void {
  const image = body.ownerDocument.createElement('img');
  image.setAttribute('src', source);
  image.setAttribute('alt', '');
  const paragraph = body.ownerDocument.createElement('p');
  paragraph.append(image);
  body.prepend(paragraph);
}

function dropFooter(body: HTMLElement): void {
  const last = body.lastElementChild;
  if (last && FEED_FOOTER.test((last.textContent ?? '').trim())) last.remove();
}

/** The first line of a text, cut between words where it has spaces, and never within a character. */
function titleOf(text: string): string {
  const line = text.split('\n', 1)[0] ?? '';
  const characters = Array.from(line);
  if (characters.length <= TITLE_LENGTH) return line;
  const start = characters.slice(0, TITLE_LENGTH).join('');
  const space = start.lastIndexOf(' ');
  return `${space > TITLE_LENGTH / 2 ? start.slice(0, space) : start}…`;
}
