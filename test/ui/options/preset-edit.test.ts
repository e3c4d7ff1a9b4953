import { describe, expect, it } from 'vitest';
import { checkPreset } from '../../../src/core/post/presets/check-preset.ts';
import { jekyll } from '../../../src/core/post/presets/jekyll.ts';
import { PRESETS } from '../../../src/core/post/presets/presets.ts';
import { addKey, changeKey, copyPreset, dropKey, moveKey } from '../../../src/ui/options/preset-edit.ts';
import { samplePost } from '../../../src/ui/options/sample-story.ts';

const keys = (preset: typeof jekyll): string[] => preset.frontMatter.map(({ key }) => key);

describe('a copy', () => {
  it('is a preset under an id that nobody has', () => {
    const first = copyPreset(jekyll, PRESETS, '我的 Jekyll');
    const second = copyPreset(first, [...PRESETS, first], 'Another');
    expect([first.id, second.id]).toEqual(['jekyll-2', 'jekyll-3']);
    expect(checkPreset(first)).toMatchObject({ ok: true });
    expect(second.label).toBe('Another');
  });
});

describe('keys', () => {
  it('move by one, and stay at the ends', () => {
    expect(keys(moveKey(jekyll, 1, -1)).slice(0, 2)).toEqual(['title', 'layout']);
    expect(moveKey(jekyll, 0, -1)).toBe(jekyll);
    expect(moveKey(jekyll, jekyll.frontMatter.length - 1, 1)).toBe(jekyll);
  });

  it('are added, changed and dropped', () => {
    const last = jekyll.frontMatter.length;
    const added = changeKey(addKey(jekyll), last, { key: 'lang', value: '{{language}}' });
    expect(samplePost(added, 'zh-CN').frontMatter).toContain('lang: zh-Hans\n');
    expect(keys(dropKey(added, 0))).toEqual([...keys(jekyll).slice(1), 'lang']);
    expect(changeKey(jekyll, 99, { key: 'x' })).toBe(jekyll);
  });

  it('without a name are a fault at their place', () => {
    const check = checkPreset(addKey(jekyll));
    expect(check.ok ? [] : check.faults.map(({ path }) => path)).toContain(
      `frontMatter[${jekyll.frontMatter.length}].key`,
    );
  });
});

it.each(PRESETS.map((preset) => [preset.id, preset] as const))('the sample story can be written as %s', (_, preset) => {
  expect(samplePost(preset, 'zh-CN').text).toContain('海港管理局周二表决');
});

it.each([
  ['en', 'The harbour authority voted'],
  ['zh-TW', '海港管理局週二表決'],
  ['fr', 'The harbour authority voted'],
])('the sample story can be read by whoever reads %s', (language, words) => {
  expect(samplePost(jekyll, language).text).toContain(words);
});
