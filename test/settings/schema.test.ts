import { describe, expect, it } from 'vitest';
import { migrate } from '../../src/settings/migrations.ts';
import { checkSettings, DEFAULT_SETTINGS, readSettings } from '../../src/settings/schema.ts';

describe('stored settings', () => {
  it('have their defaults where nothing is stored', () => {
    expect(readSettings(undefined)).toEqual(DEFAULT_SETTINGS);
    expect(DEFAULT_SETTINGS.preset).toBe('jekyll');
  });

  it('are made whole where they are damaged', () => {
    const stored = { language: 'tlh', folder: 7, preset: 'hugo', colour: 'red' };
    expect(readSettings(stored)).toEqual({ ...DEFAULT_SETTINGS, preset: 'hugo' });
  });

  it('are brought up to date by every step since their version', () => {
    const steps = [(old: object) => ({ ...old, b: 1 }), (old: object) => ({ ...old, c: 2 })];
    expect(migrate({ a: 0 }, 0, steps)).toEqual({ a: 0, b: 1, c: 2 });
    expect(migrate({ a: 0 }, 1, steps)).toEqual({ a: 0, c: 2 });
    expect(migrate({ a: 0 }, 5, steps)).toEqual({ a: 0 });
  });
});

describe('imported settings', () => {
  it('are taken whole', () => {
    expect(checkSettings({ folder: 'Posts', language: 'zh-TW' })).toEqual({
      ...DEFAULT_SETTINGS,
      folder: 'Posts',
      language: 'zh-TW',
    });
  });

  it.each([
    ['settings', []],
    ['settings', null],
    ['colour', { colour: 'red' }],
    ['__proto__', JSON.parse('{"__proto__": {"folder": "x"}}')],
    ['language', { language: 'tlh' }],
    ['folder', { folder: 7 }],
    ['folder', { folder: 'x'.repeat(3000) }],
  ])('are refused, naming %s', (field, imported) => {
    expect(() => checkSettings(imported)).toThrow(expect.objectContaining({ field }));
  });
});
