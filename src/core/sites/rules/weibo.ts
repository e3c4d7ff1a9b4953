import type { SiteRule } from '../../model/site-rule.ts';

/** 微博头条文章, the long form of Weibo (`/ttarticle/p/show`). Its paragraphs are shown by an editor's frame. */
export const weibo: SiteRule = {
  places: ['weibo.com', 'weibo.cn'],
  name: '微博',
  zone: 'Asia/Shanghai',
  headline: ['.main_editor .title', '.f-art-title'],
  byline: ['.main_editor .authorinfo .W_autocut', '.authorinfo .W_autocut'],
  date: ['.main_editor .authorinfo .time', '.authorinfo .time'],
  take: ['.WB_editor_iframe_new', '.WB_editor_iframe', '.f-art-content'],
};
