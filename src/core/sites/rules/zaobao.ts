import type { SiteRule } from '../../model/site-rule.ts';

/**
 * 联合早报, Singapore and Hong Kong editions. Structure as public feed readers note it: the body was
 * `.article-content-rawhtml` (Hong Kong: `.article-body`) until it became `.articleBody`; the Hong Kong edition at
 * times shuffles its paragraphs and states the rank of each in `data-s`. Times are Singapore time for every reader.
 */
export const zaobao: SiteRule = {
  places: ['zaobao.com', 'zaobao.com.sg'],
  name: '联合早报',
  zone: 'Asia/Singapore',
  headline: ['h1.article-title', '.content h1'],
  date: ['.date-published', '.author-info'],
  take: ['.articleBody', '.article-content-rawhtml', '.article-body'],
  drop: [
    '#imu',
    '[id^="dfp-ad"]',
    '#innity-in-post',
    'a[href*="subscribe.sph.com.sg"]',
    '.overlay-microtransaction',
    '#video-freemium-player',
  ],
  order: { selector: '.article-body [data-s]', attribute: 'data-s', skip: 3, encoding: 'base32' },
};
