import { expect, it } from 'vitest';
import { unwrapAddress } from '../../src/feeds/unwrap-address.ts';

const STORY = 'https://news.example/2024/ferry?id=5';
const encoded = encodeURIComponent(STORY);

it.each([
  `https://www.google.com/url?rct=j&sa=t&url=${encoded}&ct=ga`,
  `https://l.facebook.com/l.php?u=${encoded}&h=AT0`,
  `http://www.bing.com/news/apiclick.aspx?ref=FexRss&aid=&tid=1&url=${encoded}&c=1&mkt=zh-cn`,
  `https://weibo.cn/sinaurl?u=${encoded}`,
  `https://duckduckgo.com/l/?uddg=${encoded}`,
  `https://eur01.safelinks.protection.outlook.com/?url=${encoded}&data=05`,
  `https://proxy.example/?url=${encoded}`,
  `https://proxy.example/redirect.php?target=${encoded}`,
  `https://us.rd.example/dailynews/rss/*${STORY}`,
  `https://proxy.example/go?to=${encodeURIComponent(`https://out.example/link?url=${encoded}`)}`,
  'https://news-example.cdn.ampproject.org/c/s/news.example/2024/ferry?id=5',
  'https://www.google.com/amp/s/news.example/2024/ferry?id=5',
])('finds the story in %s', (address) => {
  expect(unwrapAddress(new URL(address)).href).toBe(STORY);
});

it.each([
  STORY,
  `https://news.example/share/ferry?url=${encoded}`,
  'https://news.example/url?id=5',
  'https://t.example/abc',
  'https://proxy.example/redirect?url=javascript:alert(1)',
])('leaves %s as it is', (address) => {
  expect(unwrapAddress(new URL(address)).href).toBe(address);
});

it('ends', () => {
  const loop = 'https://proxy.example/go?to=https://proxy.example/go';
  expect(unwrapAddress(new URL(loop)).href).toBe('https://proxy.example/go');
});
