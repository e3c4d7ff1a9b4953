import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { authoredArticle } from '../../src/core/authored-article.ts';
import { clipDocument } from '../../src/core/clip-document.ts';
import { completeArticle } from '../../src/core/complete-article.ts';
import { type Article, MAX_TITLE } from '../../src/core/model/article.ts';
import { ALL_MODULES } from '../../src/core/modules/all-modules.ts';
import { STORY } from './extract/page.ts';

const NOW = new Date('2026-11-22T08:00:00Z');
const URL_OF_PAGE = 'https://news.example/lighthouse';

function clip(headline: string, story = STORY, head = ''): Article {
  const html = `<!doctype html><html lang="en"><head><title>${headline}</title>${head}</head>
<body><main><h1>${headline}</h1><div class="text">${story}</div></main></body></html>`;
  const { window } = new JSDOM(html, { url: URL_OF_PAGE });
  const { article, story: tree } = clipDocument(window.document, { url: URL_OF_PAGE, now: NOW, modules: ALL_MODULES });
  return completeArticle(authoredArticle(article, ALL_MODULES), tree, NOW);
}

describe('text that only some pages have', () => {
  it('is kept where an obsolete element holds it as it is', () => {
    const { markdown, html } = clip(
      'Goes dark',
      `${STORY}<xmp><b>lamp</b> &amp;\n  lens</xmp><listing>a\n  b</listing>`,
    );
    expect(markdown).toContain('```\n<b>lamp</b> &amp;\n  lens\n```');
    expect(markdown).toContain('```\na\n  b\n```');
    expect(html).not.toContain('<b>lamp');
  });

  it.each([401, 501, 990])(
    'is the title alone, not the body’s first line too: a headline of %i characters',
    (length) => {
      const headline = 'The lamp of the cape went dark. '
        .repeat(40)
        .slice(0, length - 1)
        .trimEnd()
        .padEnd(length, '!');
      const { title, markdown } = clip(headline);
      expect(title.value).toBe(headline);
      expect(markdown).not.toContain('The lamp of the cape');
    },
  );

  it('stays in the body where the title has no room for all of it', () => {
    const headline = 'The lamp of the cape went dark. '.repeat(34).trimEnd();
    const { title, markdown } = clip(headline, `<h1>${headline}</h1>${STORY}`);
    expect(title.value).toBe(`${headline.slice(0, MAX_TITLE)}…`);
    expect(markdown).toContain(headline);
  });

  it('is no paragraph where nothing of it is drawn', () => {
    const empty = '<p>\u200b</p><p>\ufeff\u2060</p><p>&shy; &nbsp;</p>';
    expect(clip('Goes dark', `${empty}${STORY}${empty}`).markdown).toBe(clip('Goes dark').markdown);
  });

  it('keeps its invisible characters between others', () => {
    expect(clip('Goes dark', `${STORY}<p>Donau\u00addampf\u200bschiff and more of it.</p>`).markdown).toContain(
      'Donau\u00addampf\u200bschiff',
    );
  });

  it('has none of them in title and author', () => {
    const head = '<meta name="author" content="\u200bJane\u00ad Doe\u202e">';
    const { title, authors } = clip('\u2060The light\u00adhouse goes\u202e dark', STORY, head);
    expect(title.value).toBe('The lighthouse goes dark');
    expect(authors.value).toEqual(['Jane Doe']);
  });

  it('makes no title by themselves: the site’s name is one', () => {
    expect(clip('\u2060\u200b').title.value).toBe('news.example');
  });
});
