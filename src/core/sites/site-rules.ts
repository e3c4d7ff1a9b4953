import type { SiteRule, SiteRules } from '../model/site-rule.ts';
import { applySiteRule } from './apply-site-rule.ts';
import { findSiteRule } from './find-site-rule.ts';
import { CHINESE_NEWS } from './rules/chinese-news.ts';
import { ltn } from './rules/ltn.ts';
import { toutiao } from './rules/toutiao.ts';
import { wechat } from './rules/wechat.ts';
import { weibo } from './rules/weibo.ts';
import { zaobao } from './rules/zaobao.ts';
import { zhihu } from './rules/zhihu.ts';

/** All publisher rules. They are of publishers in Chinese, and come with that part of the clip. */
export const SITE_RULES: readonly SiteRule[] = [zaobao, wechat, zhihu, weibo, toutiao, ltn, ...CHINESE_NEWS];

export const siteRules: SiteRules = { find: (url) => findSiteRule(url, SITE_RULES), apply: applySiteRule };
