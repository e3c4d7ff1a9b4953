import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Catalogue, LOCALES } from '../../src/i18n/messages.ts';

const folder = new URL('../../_locales/', import.meta.url);
const read = (locale: string): Catalogue =>
  JSON.parse(readFileSync(new URL(`${locale}/messages.json`, folder), 'utf8')) as Catalogue;
const marks = (message: string): string[] => [...new Set(message.match(/\$\d/g))].sort();

const english = read('en');

it('has a folder for every locale and no other', () => {
  expect(readdirSync(folder).sort()).toEqual([...LOCALES].sort());
});

describe.each(LOCALES)('%s', (locale) => {
  const catalogue = read(locale);

  it('has the keys of the English catalogue, in its order', () => {
    expect(Object.keys(catalogue)).toEqual(Object.keys(english));
  });

  it('has the same placeholders in every message', () => {
    for (const [key, { message }] of Object.entries(english)) {
      expect(marks(catalogue[key]?.message ?? ''), key).toEqual(marks(message));
    }
  });

  it('has no empty message, no stray spaces and no exclamation marks', () => {
    for (const [key, { message }] of Object.entries(catalogue)) {
      expect(message, key).toBe(message.trim());
      expect(message, key).not.toBe('');
      expect(message, key).not.toMatch(/[!！]/);
    }
  });

  it('says of every failure in one sentence what it is, and beside it what can be done', () => {
    for (const key of Object.keys(catalogue).filter((each) => each.startsWith('failure_'))) {
      expect(catalogue[key]?.message.match(/[.。](?:\s|$)|。/g), key).toHaveLength(1);
      expect(catalogue[key]?.message, key).toMatch(/[.。]$/);
      expect(catalogue[key.replace('failure_', 'hint_')]?.message, key).toMatch(/[.。]$/);
    }
  });

  it('calls what shows the rest of the tags by the word that stands on it, so that it can be spoken to', () => {
    const word = catalogue['more']?.message.toLowerCase() ?? '';
    expect(catalogue['moreTags_one']?.message.toLowerCase()).toContain(word);
    expect(catalogue['moreTags_other']?.message.toLowerCase()).toContain(word);
  });

  it('keeps to the lengths that the stores accept', () => {
    expect([...(catalogue['extensionName']?.message ?? '')].length).toBeLessThanOrEqual(75);
    expect([...(catalogue['extensionDescription']?.message ?? '')].length).toBeLessThanOrEqual(132);
  });
});

it.each(['en', 'zh_CN', 'zh_TW'])('the companion’s setup says where to get it: %s', (locale) => {
  const read = (path: string): string => readFileSync(path, 'utf8');
  const messages = JSON.parse(read(`_locales/${locale}/messages.json`)) as Record<string, { message: string }>;
  expect(messages['companionSetUp']?.message).toMatch(/README.*The companion|The companion.*README/);
  const section = /^## The companion.*?(?=^## )/ms.exec(read('README.md'))?.[0] ?? '';
  expect(section).toContain('npm ');
  expect(section).toContain('host install');
});
