import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { clipPage, joinStoryPages } from '../../../src/cli/dom.ts';
import type { Article } from '../../../src/core/model/article.ts';
import { findPages } from '../../../src/core/pages/find-pages.ts';
import { type ReadPage, readPages } from '../../../src/core/pages/read-pages.ts';
import { PARAGRAPHS } from '../extract/page.ts';

const NOW = new Date('2026-11-22T08:00:00Z');
const SITE = 'https://news.test/sea/lighthouse';
const FOOT =
  '<p>The tides of the week are printed on the back of the paper, as they were on the day it was founded.</p>';
const PICTURE = '<figure><img src="/lamp.jpg" width="800" height="600"><figcaption>The lamp</figcaption></figure>';

interface Told {
  readonly title?: string;
  readonly more?: string;
  readonly links?: string;
}

/** Page `number` of three of a story of our own, each with the headline, the byline, the picture and a last line. */
function pageHtml(number: number, { title = 'The lighthouse goes dark', more = '', links }: Told = {}): string {
  const told = PARAGRAPHS.map((text) => `<p>On page ${number}. ${text}</p>`).join('');
  const numbers =
    links ?? [1, 2, 3].map((n) => (n === number ? `<b>${n}</b>` : `<a href="${addressOf(n)}">${n}</a>`)).join(' ');
  return `<!doctype html><html lang="en"><title>${title} - Quay News</title><meta property="og:type" content="article"><meta property="article:published_time" content="2026-11-03T08:30:00+08:00"><body><article><h1>${title}</h1><p class="byline">By Ann Quay</p>${PICTURE}${told}${more}${FOOT}</article><div class="pagination">${numbers}</div>`;
}

const addressOf = (number: number): string => (number === 1 ? SITE : `${SITE}_${number}`);

async function readPage(number: number, html = pageHtml(number)): Promise<ReadPage> {
  const url = addressOf(number);
  const article = await clipPage({ url, html }, NOW);
  return { article, seen: findPages(new JSDOM(html, { url }).window.document, url) };
}

async function whole(from: number, pages: Readonly<Record<number, string>> = {}): Promise<Article> {
  const first = await readPage(from, pages[from]);
  const read = ({ number }: { number: number }) =>
    pages[number] === '' ? Promise.reject(new Error('404')) : readPage(number, pages[number]);
  return joinStoryPages(await readPages(first, { read }));
}

const count = (text: string, part: string): number => text.split(part).length - 1;

describe('a story of several pages', () => {
  it('is one article, in order, with nothing twice', async () => {
    const { markdown, text, images, pages, warnings, url } = await whole(1);
    const places = [1, 2, 3].flatMap((n) => PARAGRAPHS.map((told) => text.indexOf(`On page ${n}. ${told}`)));
    expect(places.every((place, at) => place > (places[at - 1] ?? -1))).toBe(true);
    expect(count(markdown, 'The tides of the week')).toBe(1);
    expect(count(markdown, 'lamp.jpg')).toBe(1);
    expect(count(markdown, 'Ann Quay')).toBe(0);
    expect(images).toHaveLength(1);
    expect(pages).toEqual({ joined: [1, 2, 3], missing: [] });
    expect(warnings).not.toContain('pages-missing');
    expect(url).toBe(SITE);
  });

  it('begins with its first page, whichever page was clipped', async () => {
    const article = await whole(2);
    expect(article.text.indexOf('On page 1.')).toBeLessThan(article.text.indexOf('On page 2.'));
    expect(article.pageUrl).toBe(SITE);
  });

  it('names a page that could not be had, and has the others', async () => {
    const { text, pages, warnings } = await whole(1, { 2: '' });
    expect(text).toContain('On page 3.');
    expect(pages).toEqual({ joined: [1, 3], missing: [2] });
    expect(warnings).toContain('pages-missing');
  });

  it('keeps out a page of another story', async () => {
    const { text, pages } = await whole(1, { 2: pageHtml(2, { title: 'Ferry sold to the north' }) });
    expect(text).not.toContain('On page 2.');
    expect(pages).toBeUndefined();
  });

  it('ends where the server answers with the first page again', async () => {
    const { text } = await whole(1, { 2: pageHtml(1) });
    expect(count(text, `On page 1. ${PARAGRAPHS[0]}`)).toBe(1);
  });

  it('follows pages that only the next one knows', async () => {
    const link = (n: number) => ({ links: `<a href="${addressOf(n)}">Next page</a>` });
    const { pages } = await whole(1, { 1: pageHtml(1, link(2)), 2: pageHtml(2), 3: pageHtml(3) });
    expect(pages?.joined).toEqual([1, 2, 3]);
  });

  it('keeps the notes of each page apart', async () => {
    const note = (n: number) =>
      `<p>Seen from the pier<sup><a id="r1" href="#n1">1</a></sup>.</p><ol><li id="n1">Note of page ${n}. <a href="#r1">↩</a></li></ol>`;
    const { markdown } = await whole(1, {
      1: pageHtml(1, { more: note(1) }),
      2: pageHtml(2, { more: note(2) }),
      3: pageHtml(3),
    });
    expect(markdown).toMatch(/pier\[\^1\][\s\S]*pier\[\^2\]/);
    expect(markdown).toMatch(/\[\^1\]: Note of page 1[\s\S]*\[\^2\]: Note of page 2/);
  });

  it('keeps what was read where it is stopped', async () => {
    const stop = new AbortController();
    const first = await readPage(1);
    const read = async ({ number }: { number: number }) => {
      if (number === 3) stop.abort();
      return readPage(number);
    };
    const { pages, missing } = await readPages(first, { read, signal: stop.signal });
    expect([pages.map(({ number }) => number), missing]).toEqual([[1, 2], [3]]);
  });
});
