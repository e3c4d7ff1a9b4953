import type { SiteRule } from '../../model/site-rule.ts';

/** 今日头条. Other stories are below the story, in the same column. */
export const toutiao: SiteRule = {
  places: ['toutiao.com'],
  name: '今日头条',
  zone: 'Asia/Shanghai',
  headline: ['.article-content h1'],
  byline: ['.article-content .article-meta .name'],
  date: ['.article-content .article-meta'],
  take: ['.article-content article', 'article.syl-article-base'],
};
