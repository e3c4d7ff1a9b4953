import { applySiteRule } from './apply-site-rule.ts';
import { CHINESE_NEWS } from './chinese-news.ts';
import { findSiteRule } from './find-site-rule.ts';
import { ltn } from './ltn.ts';
import type { SiteRule, SiteRules } from './site-rule.ts';
import { toutiao } from './toutiao.ts';
import { wechat } from './wechat.ts';
import { weibo } from './weibo.ts';
import { zaobao } from './zaobao.ts';
import { zhihu } from './zhihu.ts';

/** All publisher rules. They are of publishers in Chinese, and come with that part of the clip. */
export const SITE_RULES: readonly SiteRule[] = [zaobao, wechat, zhihu, weibo, toutiao, ltn, ...CHINESE_NEWS];

export const siteRules: SiteRules = { find: (url) => findSiteRule(url, SITE_RULES), apply: applySiteRule };
