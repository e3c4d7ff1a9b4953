/** The peers as they are run in a page; `chromium-system.ts` runs them there. */
import { Readability } from '@mozilla/readability';
import Defuddle from 'defuddle';
import { readText } from '../../src/core/extract/story.ts';

interface PeerAnswer {
  readonly title: string | null;
  readonly authors: readonly string[];
  readonly published: string | null;
  readonly text: string;
}

function readability(): PeerAnswer {
  const article = new Readability(document.cloneNode(true) as Document).parse();
  return {
    title: article?.title ?? null,
    authors: article?.byline ? [article.byline] : [],
    published: article?.publishedTime ?? null,
    text: textOf(article?.content ?? ''),
  };
}

function defuddle(url: string): PeerAnswer {
  const { title, author, published, content } = new Defuddle(document, { url }).parse();
  return { title: title || null, authors: author ? [author] : [], published: published || null, text: textOf(content) };
}

/** The same step from HTML to text as for our own clip. */
function textOf(html: string): string {
  return readText(new DOMParser().parseFromString(html, 'text/html').body);
}

function asJson(peer: (url: string) => PeerAnswer): (url: string) => string {
  return (url) => {
    try {
      return JSON.stringify({ ...peer(url), error: null });
    } catch (error) {
      return JSON.stringify({ text: '', error: String(error) });
    }
  };
}

Object.assign(globalThis, { readability: asJson(readability), defuddle: asJson(defuddle) });
