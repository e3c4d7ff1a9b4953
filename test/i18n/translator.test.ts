import { expect, it } from 'vitest';
import english from '../../_locales/en/messages.json' with { type: 'json' };
import chinese from '../../_locales/zh_CN/messages.json' with { type: 'json' };
import { keyPart } from '../../src/i18n/messages.ts';
import { createTranslator, lookupIn } from '../../src/i18n/translator.ts';

const en = createTranslator(lookupIn(english));
const zh = createTranslator(lookupIn(chinese));

it('knows the language its messages are in', () => {
  expect([en.language, zh.language]).toEqual(['en', 'zh-CN']);
});

it('counts in the language’s own plural and digits', () => {
  expect(en.count('paragraphs', 1)).toBe('1 paragraph');
  expect(en.count('words', 12_345)).toBe('12,345 words');
  expect(zh.count('paragraphs', 1)).toBe('1段');
});

it('puts substitutions in as they are, marks and all', () => {
  expect(en.t('savedAs', '_posts/$1-$$.md')).toBe('Saved: _posts/$1-$$.md');
});

it('reads a doubled dollar as one', () => {
  expect(lookupIn({ save: { message: '$$5 for $1' } })('save', ['you'])).toBe('$5 for you');
});

it('makes message names of codes', () => {
  expect(keyPart('page-not-loaded')).toBe('page_not_loaded');
});
