import { existsSync, readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { clipPage } from '../../src/cli/dom.ts';
import { draftOf } from '../../src/core/model/draft.ts';
import { DEFAULT_PRESET } from '../../src/core/post/presets/presets.ts';
import { toPost } from '../../src/core/post/to-post.ts';

/** A post of the archive, whose body is the page's own markup with all its junk. It is not part of the project. */
const SEED = new URL('../../../shared/seed-post.md', import.meta.url);
const hasSeed = existsSync(SEED);
if (!hasSeed) console.warn('zaobao: skipped, there is no ../shared/seed-post.md');

const URL_OF_STORY = 'https://www.zaobao.com/realtime/china/story20210716-1169686';
const TITLE = '王毅会见俄外长   吁中俄共同抵制“印太战略”';
const NOW = new Date('2021-07-16T06:47:58.686Z');
const SITE_TITLE = `${TITLE} | 联合早报网`;

/** The page of each edition, as feed readers' notes describe it, about a body. */
const EDITIONS = {
  'of 2021': (body: string) => `<title>${SITE_TITLE}</title>
    <div class="content"><h1>${TITLE}</h1><div class="date-published">发布 / 2021年7月16日 01:01 PM</div>
    <div class="article-content-container"><div class="article-content-rawhtml">${body}</div></div></div>`,
  'of Hong Kong': (body: string) => `<title>${SITE_TITLE}</title>
    <h1 class="article-title">${TITLE}</h1><div class="author-info">发布 / 2021年7月16日 01:01 PM</div>
    <div class="article-body">${body}</div>`,
  'of later years': (body: string) => `<title>${SITE_TITLE}</title>
    <script id="seo-article-page" type="application/ld+json">${JSON.stringify({
      '@context': 'https://schema.org',
      '@graph': [{ '@type': 'NewsArticle', headline: TITLE, datePublished: '2021-07-16T13:01:00+08:00' }],
    })}</script><h1>${TITLE}</h1><div class="articleBody">${body}</div>`,
};

describe.skipIf(!hasSeed)('a story of zaobao.com', () => {
  const seed = hasSeed ? readFileSync(SEED, 'utf8') : '';
  const body = seed.slice(seed.indexOf('<div>') + '<div>'.length, seed.lastIndexOf('</div>'));
  const paragraphs = [...JSDOM.fragment(body).querySelectorAll('p')].map((paragraph) => paragraph.textContent);

  it.each(Object.entries(EDITIONS))(
    'in the page %s is the post that the archive should have',
    async (_, pageAround) => {
      const html = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"></head><body>
      <nav><a href="/">首页</a><a href="/realtime">即时</a></nav>${pageAround(body)}<footer>版权所有</footer></body></html>`;
      const article = await clipPage({ url: URL_OF_STORY, html }, NOW);
      const post = toPost(draftOf(article, NOW.getTime(), 480), DEFAULT_PRESET);
      expect(paragraphs).toHaveLength(6);
      expect(post.text).toBe(`---
layout: post
title: "${TITLE}"
date: 2021-07-16T13:01:00+08:00
author: 联合早报
from: ${URL_OF_STORY}
tags: [ 联合早报 ]
categories: [ 联合早报 ]
---
<!--1626411660000-->

[${TITLE}](${URL_OF_STORY})
------

${paragraphs.join('\n\n')}
`);
      expect(post.path).toBe('_posts/2021-07-16-王毅会见俄外长-吁中俄共同抵制-印太战略.md');
    },
  );
});
