import type { SiteRule } from '../../model/site-rule.ts';

/** 自由時報. Calls to install its app and to vote are in the text as paragraphs (`.appE1121`). */
export const ltn: SiteRule = {
  places: ['ltn.com.tw'],
  name: '自由時報',
  zone: 'Asia/Taipei',
  date: ['.whitecon .time', '.time'],
  take: ['.whitecon .text.boxTitle', '.text.boxTitle'],
  drop: ['.appE1121', '.before_ir', '.after_ir', '.boxInput', '.suggest_default', '.whitecon .time', '.function'],
};
