import { describe, expect, it } from 'vitest';
import { pinyinTable } from '../../../scripts/pinyin-table.ts';
import { keepSlug, loadSlugger } from '../../../src/core/post/slug.ts';

const loadPinyin = async () => pinyinTable();
const identity = 'https://news.example/1';

describe('slugs', () => {
  it.each([
    ['王毅会见俄外长   吁中俄共同抵制“印太战略”', '王毅会见俄外长-吁中俄共同抵制-印太战略'],
    ['It’s the Ferry’s 1st run: “why?”', 'its-the-ferrys-1st-run-why'],
    ['ＡＢＣ １２３ ①', 'abc-123-1'],
    ['東京がぎ', '東京がぎ'],
    ['Café à Zürich', 'café-à-zürich'],
    ['می‌خواهم', 'میخواهم'],
    ['../../etc/passwd', 'etc-passwd'],
    ['C# & C++', 'c-c'],
    ['ı İ ß', 'ı-i̇-ß'.normalize('NFC')],
  ])('keep each script: %j', (title, slug) => {
    expect(keepSlug(title, identity)).toBe(slug);
  });

  it.each(['', '???', '😀', '\u0301', '---'])('name by the address what has no words: %j', (title) => {
    expect(keepSlug(title, identity)).toMatch(/^[0-9a-z]{13}$/);
    expect(keepSlug(title, identity)).not.toBe(keepSlug(title, `${identity}2`));
  });

  it('spell Chinese in pinyin, with the reading that the word has', async () => {
    const slugger = await loadSlugger('pinyin', loadPinyin);
    expect(slugger('重庆银行行长', identity)).toBe('chong-qing-yin-hang-hang-zhang');
    expect(slugger('iPhone 16 在北京发布', identity)).toBe('iphone-16-zai-bei-jing-fa-bu');
    expect(slugger('？！', identity)).toMatch(/^[0-9a-z]{13}$/);
  });

  it('are the address alone where asked for, and then nothing is loaded', async () => {
    const slugger = await loadSlugger('hash', () => Promise.reject(new Error('loaded')));
    expect(slugger('a', identity)).toBe(slugger('b', identity));
    expect(slugger('a', identity)).not.toBe(slugger('a', `${identity}?x`));
  });
});
