import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import type { Removal } from '../../../../src/core/article.ts';
import { applySiteRule, decodeBase32 } from '../../../../src/core/extract/sites/apply-site-rule.ts';
import { findSiteRule } from '../../../../src/core/extract/sites/find-site-rule.ts';
import { SITE_RULES } from '../../../../src/core/extract/sites/site-rules.ts';
import { zaobao } from '../../../../src/core/extract/sites/zaobao.ts';

describe('findSiteRule', () => {
  it('finds the rule of a host and of everything below it', () => {
    expect(findSiteRule('https://www.zaobao.com.sg/news/china/story1')).toBe(zaobao);
    expect(findSiteRule('https://zaobao.com/')).toBe(zaobao);
  });

  it('does not mistake a host that ends in the same letters', () => {
    expect(findSiteRule('https://notzaobao.com/')).toBeUndefined();
    expect(findSiteRule('not an address')).toBeUndefined();
  });
});

describe('SITE_RULES', () => {
  const page = new JSDOM('').window.document;

  it.each(SITE_RULES.map((rule) => [rule.hosts[0], rule] as const))('%s has readable selectors and zone', (_, rule) => {
    const lists = [rule.take, rule.drop, rule.headline, rule.byline, rule.date];
    for (const selector of lists.flatMap((list) => list ?? []))
      expect(() => page.querySelector(selector)).not.toThrow();
    if (rule.zone) expect(() => new Intl.DateTimeFormat('en', { timeZone: rule.zone })).not.toThrow();
  });

  it('names every host once', () => {
    const hosts = SITE_RULES.flatMap((rule) => rule.hosts);
    expect(new Set(hosts).size).toBe(hosts.length);
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
