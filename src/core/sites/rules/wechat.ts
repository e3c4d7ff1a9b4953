import type { SiteRule } from '../../model/site-rule.ts';

/** 微信公众号 articles. `#js_content` is hidden by its own style until a script shows it. */
export const wechat: SiteRule = {
  places: ['mp.weixin.qq.com'],
  zone: 'Asia/Shanghai',
  headline: ['#activity-name'],
  nameAt: ['#js_name'],
  // The place of the account is beside the date in the same class.
  byline: ['#js_author_name', '.rich_media_meta_text:not(#publish_time, #js_ip_wording_wrp)', '#js_name'],
  date: ['#publish_time'],
  take: ['#js_content'],
  drop: ['#js_pc_qr_code', '.rich_media_tool', 'mp-common-profile', '.js_uneditable'],
};
