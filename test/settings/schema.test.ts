import { describe, expect, it } from 'vitest';
import { migrate } from '../../src/settings/migrations.ts';
import { DEFAULT_SETTINGS, importSettings, readSettings } from '../../src/settings/schema.ts';

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
  it('are taken where this version knows them, and named where it does not', () => {
    expect(importSettings({ folder: 'Posts', language: 'tlh', colour: 'red' })).toEqual({
      settings: { folder: 'Posts' },
      unknown: ['colour'],
      wrong: ['language'],
    });
  });

  it.each([
    ['no object', [], [], ['settings']],
    ['nothing', null, [], ['settings']],
    ['a prototype', JSON.parse('{"__proto__": {"folder": "x"}}'), ['__proto__'], []],
    ['a number', { folder: 7 }, [], ['folder']],
    ['a very long text', { folder: 'x'.repeat(3000) }, [], ['folder']],
  ])('bring nothing where they are %s', (_, imported, unknown, wrong) => {
    expect(importSettings(imported)).toEqual({ settings: {}, unknown, wrong });
  });
});
