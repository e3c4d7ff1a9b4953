import { describe, expect, it } from 'vitest';
import {
  authorsText,
  headlineOf,
  readAuthors,
  readSource,
  readTag,
  sourceText,
} from '../../../src/ui/shared/text-fields.ts';

describe('authors', () => {
  it('are joined as the story’s language does', () => {
    expect(authorsText(['王小明', '李华'], 'zh-Hans')).toBe('王小明、李华');
    expect(authorsText(['Ana Duarte', 'Tom Reed'], 'en')).toBe('Ana Duarte, Tom Reed');
  });

  it('stay as the page gave them while nothing was typed', () => {
    const before = ['Martin King, Jr.', 'Ana Duarte'];
    expect(readAuthors(authorsText(before, 'en'), before, 'en')).toBe(before);
  });

  it('are split where the user separates them', () => {
    expect(readAuthors('王小明、 李华；Tom Reed,', [], 'zh')).toEqual(['王小明', '李华', 'Tom Reed']);
    expect(readAuthors(' ', ['x'], 'en')).toEqual([]);
  });
});

describe('the source', () => {
  const url = 'https://www.example.com/%E6%96%B0%E9%97%BB/1?q=%E4%B8%AD';

  it('shows readable letters and no needless scheme', () => {
    expect(sourceText(url)).toBe('www.example.com/新闻/1?q=中');
    expect(sourceText('http://example.com/')).toBe('http://example.com/');
    expect(sourceText('https://example.com/%E6%9')).toBe('example.com/%E6%9');
  });

  it('comes back byte for byte where nothing was typed', () => {
    expect(readSource(sourceText(url), url)).toBe(url);
  });

  it('takes an address with or without its scheme', () => {
    expect(readSource('example.org/a b', url)).toBe('https://example.org/a%20b');
    expect(readSource('http://example.org', url)).toBe('http://example.org/');
  });

  it.each(['', 'not an address', 'javascript:alert(1)', 'file:///etc/passwd', 'word'])('refuses “%s”', (typed) => {
    expect(readSource(typed, url)).toBeUndefined();
  });
});

describe('a tag', () => {
  it('is one line without the mark in front', () => {
    expect([readTag('  # 国际\n新闻 '), readTag('##'), readTag('C#')]).toEqual(['国际 新闻', '', 'C#']);
  });
});

describe('a tab’s title', () => {
  it.each([
    ['港口改用电动渡轮 | 海港时报', '港口改用电动渡轮'],
    ['Harbour board votes to replace ferries - Harbour Times', 'Harbour board votes to replace ferries'],
    ['A well-known ferry', 'A well-known ferry'],
    ['Live | What we know about the harbour vote', 'Live | What we know about the harbour vote'],
    ['', ''],
  ])('%s → %s', (title, headline) => {
    expect(headlineOf(title)).toBe(headline);
  });
});
