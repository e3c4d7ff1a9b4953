import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { pinyin } from 'pinyin-pro';
import { PatternsNormal } from 'pinyin-pro/dist/esm/data/patterns.mjs';
import { describe, expect, it } from 'vitest';
import { pinyinTable } from '../../../scripts/pinyin-table.ts';
import { readPinyinTable, spellPinyin, writePinyinTable } from '../../../src/core/post/pinyin.ts';

const made = pinyinTable();
const file = writePinyinTable(made);
const table = readPinyinTable(file);

const ours = (text: string): string => spellPinyin(text.normalize('NFKC'), table).trim().replace(/\s+/g, ' ');
const theirs = (text: string): string => {
  const spelt = pinyin(text.normalize('NFKC'), { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true }).join(
    ' ',
  );
  return spelt
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .trim()
    .replace(/\s+/g, ' ');
};

/** How many of the texts are spelt alike, and some of those that are not. */
function likeness(texts: readonly string[]): { share: number; others: string[] } {
  const others = texts.filter((text) => ours(text) !== theirs(text));
  const shown = others.slice(0, 20).map((text) => `${text}: ${ours(text)} ≠ ${theirs(text)}`);
  return { share: 1 - others.length / texts.length, others: shown };
}

/** Runs of Chinese with what is between: sentences and headlines. */
const sentencesIn = (text: string): string[] =>
  [...new Set(text.match(/[\p{Script=Han}0-9a-zA-Z“”、：]{6,60}/gu) ?? [])].filter((run) =>
    /\p{Script=Han}{3}/u.test(run),
  );

describe('the table of readings', () => {
  it('is the same when it is read back', () => {
    expect(table.readings).toEqual(made.readings);
    expect(new Map([...table.words].sort())).toEqual(new Map([...made.words].sort()));
  });

  it('is light enough to be loaded at a keypress', () => {
    expect(file.length).toBeLessThan(45_000);
  });
});

describe('spelling', () => {
  it.each([
    ['重庆银行行长没完没了', 'chong qing yin hang hang zhang mei wan mei liao'],
    ['二〇二一年', 'er ling er yi nian'],
    ['女儿 iPhone 绿色', 'nv er iPhone lv se'],
    ['會見俄外長 發佈', 'hui jian e wai chang fa bu'],
    ['𠮷野家', '𠮷 ye jia'],
    ['', ''],
  ])('reads %s', (text, spelt) => {
    expect(ours(text)).toBe(spelt);
  });

  it('reads each character, and each word, as pinyin-pro does', () => {
    const characters = Array.from({ length: 0x9fff - 0x4e00 }, (_, offset) => String.fromCodePoint(0x4e00 + offset));
    // 了 alone is liǎo to pinyin-pro, after another character le.
    expect(likeness(characters).others).toEqual(['了: le ≠ liao']);
    const words = PatternsNormal.map(({ zh }) => zh).filter((zh) => [...zh].length > 1);
    expect(words.length).toBeGreaterThan(4_000);
    expect(likeness(words).others).toEqual([]);
  });

  it('reads sentences as pinyin-pro does', () => {
    const texts = ['zh_CN', 'zh_TW'].map((language) => readFileSync(`_locales/${language}/messages.json`, 'utf8'));
    const pages = ['zaobao-2021', 'zaobao-json-ld', 'wechat'].map((page) =>
      readFileSync(`test/pages/${page}/page.html`, 'utf8'),
    );
    const sentences = sentencesIn([...texts, ...pages].join('\n'));
    expect(sentences.length).toBeGreaterThan(400);
    const { share, others } = likeness(sentences);
    expect(share, others.join('\n')).toBeGreaterThan(0.995);
  });

  it.skipIf(!existsSync('../shared/eval/data/gne.ndjson.gz'))('reads the news as pinyin-pro does', () => {
    const sentences = sentencesIn(gunzipSync(readFileSync('../shared/eval/data/gne.ndjson.gz')).toString());
    expect(sentences.length).toBeGreaterThan(5_000);
    const { share, others } = likeness(sentences);
    expect(share, others.join('\n')).toBeGreaterThan(0.995);
  });
});
