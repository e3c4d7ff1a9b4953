import type { SiteRule, SiteRules } from '../model/site-rule.ts';
import { applySiteRule } from './apply-site-rule.ts';
import { findSiteRule } from './find-site-rule.ts';
import { mergeSiteRules } from './merge-site-rules.ts';
import { CHINESE_NEWS } from './rules/chinese-news.ts';
import { GENERAL_RULES } from './rules/general-rules.ts';
import { ltn } from './rules/ltn.ts';
import { toutiao } from './rules/toutiao.ts';
import { wechat } from './rules/wechat.ts';
import { weibo } from './rules/weibo.ts';
import { zaobao } from './rules/zaobao.ts';
import { zhihu } from './rules/zhihu.ts';

/**
 * Rules for pages in Chinese, Japanese or Korean. A page of the same publisher in another language is left to the general
 * rules. Rules for pages in any language are in `rules/general-rules.ts`.
 */
export const EAST_ASIAN_RULES: readonly SiteRule[] = [zaobao, wechat, zhihu, weibo, toutiao, ltn, ...CHINESE_NEWS];

const ALL_RULES: readonly SiteRule[] = [...GENERAL_RULES, ...EAST_ASIAN_RULES];

export const siteRules: SiteRules = {
  find: (url, isEastAsian, own = []) =>
    mergeSiteRules(findSiteRule(url, own), findSiteRule(url, isEastAsian ? ALL_RULES : GENERAL_RULES)),
  apply: applySiteRule,
};
