import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import type { Removal } from '../../../src/core/model/article.ts';
import { applySiteRule, decodeBase32 } from '../../../src/core/sites/apply-site-rule.ts';
import { findSiteRule } from '../../../src/core/sites/find-site-rule.ts';
import { zaobao } from '../../../src/core/sites/rules/zaobao.ts';
import { SITE_RULES } from '../../../src/core/sites/site-rules.ts';

describe('findSiteRule', () => {
  it('finds the rule of a host and of everything below it', () => {
    expect(findSiteRule('https://www.zaobao.com.sg/news/china/story1', SITE_RULES)).toBe(zaobao);
    expect(findSiteRule('https://zaobao.com/', SITE_RULES)).toBe(zaobao);
  });

  it('takes the longest place that the address lies in', () => {
    const nameAt = (url: string) => findSiteRule(url, SITE_RULES)?.name;
    expect(nameAt('https://finance.sina.com.cn/stock/1.shtml')).toBe('新浪财经');
    expect(nameAt('https://news.sina.com.cn/c/1.shtml')).toBe('新浪网');
    expect(nameAt('https://www.rfi.fr/cn/a-story')).toBe('法国国际广播电台');
    expect(nameAt('https://www.bbc.com/zhongwen/simp/world-1')).toBe('BBC News 中文');
    expect(nameAt('https://www.bbc.com/zhongwenish/1')).toBeUndefined();
    expect(nameAt('https://www.bbc.com/news/world-1')).toBeUndefined();
    expect(findSiteRule('https://mp.weixin.qq.com/s/1', SITE_RULES)?.take).toEqual(['#js_content']);
  });

  it('does not mistake a host that ends in the same letters', () => {
    expect(findSiteRule('https://notzaobao.com/', SITE_RULES)).toBeUndefined();
    expect(findSiteRule('not an address', SITE_RULES)).toBeUndefined();
  });
});

describe('SITE_RULES', () => {
  const page = new JSDOM('').window.document;

  it.each(SITE_RULES.map((rule) => [rule.places[0], rule] as const))(
    '%s has readable selectors and zone',
    (_, rule) => {
      const lists = [rule.take, rule.drop, rule.headline, rule.byline, rule.date];
      for (const selector of lists.flatMap((list) => list ?? []))
        expect(() => page.querySelector(selector)).not.toThrow();
      if (rule.zone) expect(() => new Intl.DateTimeFormat('en', { timeZone: rule.zone })).not.toThrow();
    },
  );

  it.each(SITE_RULES.flatMap((rule) => rule.places.map((place) => [place, rule] as const)))(
    '%s is a place, with a name or where it stands',
    (place, { name, nameAt }) => {
      expect(place).toMatch(/^[a-z0-9-]+(\.[a-z0-9-]+)+(\/[a-z-]+)*$/);
      expect(place).not.toMatch(/^www\./);
      expect(name?.trim() || nameAt?.[0]).toBeTruthy();
      expect(name ?? '').not.toMatch(/\.|^\s|\s$/);
    },
  );

  it('names every place once', () => {
    const places = SITE_RULES.flatMap((rule) => rule.places);
    expect(new Set(places).size).toBe(places.length);
  });
});

describe('applySiteRule', () => {
  it('puts the shuffled paragraphs of the Hong Kong edition in order', () => {
    // The rank stands in base32 behind three characters of noise: "GE" is "1", "GI" is "2", "GM" is "3".
    const { document } = new JSDOM(`<div class="article-body">
      <p data-s="xyzGM">Third, the harbour closed.</p>
      <p data-s="abcGE">First, the wind rose.</p>
      <p data-s="qrsGI">Second, the ferries stayed in.</p></div>`).window;
    const root = applySiteRule(document.body, zaobao, []);
    expect(root?.textContent?.replace(/\s+/g, ' ').trim()).toBe(
      'First, the wind rose. Second, the ferries stayed in. Third, the harbour closed.',
    );
  });

  it('drops the slots that stand in the body and says so', () => {
    const trace: Removal[] = [];
    const { document } = new JSDOM(
      '<div class="article-content-rawhtml"><p>One.</p><div id="dfp-ad-imu1">Buy</div><p>Two.</p></div>',
    ).window;
    const root = applySiteRule(document.body, zaobao, trace);
    expect(root?.textContent).toBe('One.Two.');
    expect(trace).toEqual([{ pass: 'site-rule', reason: '[id^="dfp-ad"]', text: 'Buy' }]);
  });

  it('leaves the page to the general rules where the story is not where it was', () => {
    const { document } = new JSDOM('<div class="new-layout"><p>One.</p></div>').window;
    expect(applySiteRule(document.body, zaobao, [])).toBeUndefined();
  });
});

describe('decodeBase32', () => {
  it('reads the test vectors of RFC 4648', () => {
    expect(decodeBase32('MZXW6YTBOI======')).toBe('foobar');
    expect(decodeBase32('MY')).toBe('f');
  });

  it('is empty where the text is no base32', () => {
    expect(decodeBase32('0!')).toBe('');
  });
});
