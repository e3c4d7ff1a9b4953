import type { SiteRule } from '../../model/site-rule.ts';
import { ENGLISH_NEWS } from './english-news.ts';

/**
 * Rules for pages in any language. They are sent only into pages whose address one of them is for
 * (`modules-for-address.ts`).
 */
export const GENERAL_RULES: readonly SiteRule[] = [...ENGLISH_NEWS];
