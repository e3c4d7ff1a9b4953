import { JSDOM } from 'jsdom';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { clipDocument } from '../../../src/core/clip-document.ts';
import type { Removal } from '../../../src/core/model/article.ts';
import type { ClipContext } from '../../../src/core/model/clip-context.ts';
import type { SiteRule } from '../../../src/core/model/site-rule.ts';
import { ALL_MODULES } from '../../../src/core/modules/all-modules.ts';
import { applySiteRule, decodeBase32 } from '../../../src/core/sites/apply-site-rule.ts';
import { findSiteRule } from '../../../src/core/sites/find-site-rule.ts';
import { GENERAL_RULES } from '../../../src/core/sites/rules/general-rules.ts';
import { zaobao } from '../../../src/core/sites/rules/zaobao.ts';
import { siteRuleSchema } from '../../../src/core/sites/site-rule-schema.ts';
import { EAST_ASIAN_RULES, siteRules } from '../../../src/core/sites/site-rules.ts';

const SITE_RULES = [...GENERAL_RULES, ...EAST_ASIAN_RULES];

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
    '%s is a place, with a name or where it is shown',
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

describe('a rule for any publisher', () => {
  const PAGE = `<!doctype html><html lang="en"><head><title>The lamp is lit again</title></head><body>
    <div class="x1"><p>${'The keeper climbed the tower at dusk, and the lamp turned for the first time in a year. '.repeat(5)}</p>
    <p class="x2">Ask the keeper your own question about the lamp, the tower and the sea by letter.</p></div></body></html>`;
  const clip = (context: Partial<ClipContext>): { siteName: string; text: string } => {
    const { document } = new JSDOM(PAGE, { url: 'https://lamp.example/a' }).window;
    const base = { url: 'https://lamp.example/a', now: new Date('2026-11-28T08:00:00Z'), modules: ALL_MODULES };
    const { article } = clipDocument(document, { ...base, ...context });
    return { siteName: article.siteName.value, text: article.text };
  };
  const own: SiteRule = { places: ['lamp.example'], name: 'The Lamp', take: ['.x1'], drop: ['.x2'] };

  it('is used on a page in English', () => {
    expect(clip({}).text).toContain('Ask the keeper');
    const ruled = clip({ ownSiteRules: [own] });
    expect(ruled.siteName).toBe('The Lamp');
    expect(ruled.text).toContain('The keeper climbed');
    expect(ruled.text).not.toContain('Ask the keeper');
  });

  it('is not used on other pages, nor where rules are off', () => {
    expect(clip({ ownSiteRules: [{ ...own, places: ['lantern.example'] }] })).toEqual(clip({}));
    expect(clip({ ownSiteRules: [own], siteRules: false })).toEqual(clip({}));
  });

  it('of the user comes before the built-in one, and adds to it', () => {
    const mine: SiteRule = { places: ['zaobao.com.sg'], drop: ['.survey'] };
    const rule = siteRules.find('https://www.zaobao.com.sg/news/1', true, [mine]);
    expect(rule).toMatchObject({ name: zaobao.name, take: zaobao.take, drop: ['.survey', ...(zaobao.drop ?? [])] });
  });

  it('of a publisher in Chinese leaves its pages in other languages alone', () => {
    expect(siteRules.find('https://www.chinadaily.com.cn/a/1', false)).toBeUndefined();
    expect(siteRules.find('https://www.chinadaily.com.cn/a/1', true)?.name).toBe('中国日报网');
    expect(siteRules.find('https://www.dawn.com/news/1', false)?.zone).toBe('Asia/Karachi');
  });
});

describe('siteRuleSchema', () => {
  it('takes every built-in rule as it is', () => {
    for (const rule of SITE_RULES) expect(v.parse(siteRuleSchema, JSON.parse(JSON.stringify(rule)))).toEqual(rule);
  });

  it.each([
    ['no place', {}],
    ['an empty place', { places: [''] }],
    ['an address as place', { places: ['https://lamp.example'] }],
    ['a selector that is no text', { places: ['lamp.example'], drop: [1] }],
    ['a zone that does not exist', { places: ['lamp.example'], zone: 'Mars/Olympus' }],
    ['a text in the place of a rule', 'lamp.example'],
    ['inherited places', Object.create({ places: ['lamp.example'] })],
  ])('refuses %s', (_, value) => {
    expect(v.is(siteRuleSchema, value)).toBe(false);
  });
});

describe('applySiteRule', () => {
  it('puts the shuffled paragraphs of the Hong Kong edition in order', () => {
    // The rank is in base32 after three characters of noise: "GE" is "1", "GI" is "2", "GM" is "3".
    const { document } = new JSDOM(`<div class="article-body">
      <p data-s="xyzGM">Third, the harbour closed.</p>
      <p data-s="abcGE">First, the wind rose.</p>
      <p data-s="qrsGI">Second, the ferries stayed in.</p></div>`).window;
    const root = applySiteRule(document.body, zaobao, []);
    expect(root?.textContent?.replace(/\s+/g, ' ').trim()).toBe(
      'First, the wind rose. Second, the ferries stayed in. Third, the harbour closed.',
    );
  });

  it('drops the slots in the body and says so', () => {
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
