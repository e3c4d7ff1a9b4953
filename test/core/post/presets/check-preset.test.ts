import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkPreset,
  exportPreset,
  importPreset,
  MAX_PRESET_LENGTH,
} from '../../../../src/core/post/presets/check-preset.ts';
import { DEFAULT_PRESET, PRESETS } from '../../../../src/core/post/presets/presets.ts';
import { toPost } from '../../../../src/core/post/to-post.ts';
import { draftWith } from '../draft-fixture.ts';

const jekyll = (): Record<string, unknown> => JSON.parse(JSON.stringify(DEFAULT_PRESET)) as Record<string, unknown>;
const faultsOf = (change: Record<string, unknown>): string[] => {
  const check = checkPreset({ ...jekyll(), ...change });
  return check.ok ? [] : check.faults.map(({ path, code }) => `${path}: ${code}`);
};
const key = { key: 'title', value: '{{title}}', form: 'quoted' };
const images = { download: true, file: 'assets/{{stem}}/{{image}}', link: '/{{image}}' };

describe('presets', () => {
  it.each(PRESETS.map((preset) => [preset.id, preset] as const))(
    '%s is exported and read back the same',
    (_, preset) => {
      expect(importPreset(exportPreset(preset))).toEqual({ ok: true, preset });
    },
  );

  it('have names of their own', () => {
    expect(new Set(PRESETS.map(({ id }) => id)).size).toBe(PRESETS.length);
  });

  it.each([
    [{ version: 2 }, ': newer_version'],
    [{ version: 0 }, 'version: not_one_of'],
    [{ version: '1' }, 'version: not_one_of'],
    [{ version: Object.create(null) }, 'version: not_one_of'],
    [{ id: '../x' }, 'id: not_allowed'],
    [{ label: '<b>x</b>' }, 'label: not_allowed'],
    [{ label: 'a\nb' }, 'label: not_allowed'],
    [{ label: 'x'.repeat(61) }, 'label: too_long'],
    [{ label: 7 }, 'label: wrong_type'],
    [{ frontMatter: {} }, 'frontMatter: wrong_type'],
    [{ frontMatter: Array(51).fill(key) }, 'frontMatter: too_many'],
    [{ frontMatter: [null] }, 'frontMatter[0]: not_an_object'],
    [{ frontMatter: [{ ...key, key: 'a: b' }] }, 'frontMatter[0].key: not_allowed'],
    [{ frontMatter: [{ ...key, key: '__proto__' }] }, 'frontMatter[0].key: not_allowed'],
    [{ frontMatter: [{ ...key, form: 'js' }] }, 'frontMatter[0].form: not_one_of'],
    [{ frontMatter: [{ key: 'title', form: 'text' }] }, 'frontMatter[0].value: missing'],
    [{ frontMatter: [key, { ...key, value: '' }] }, 'frontMatter[1].key: repeated_key'],
    [{ frontMatter: [{ ...key, value: '{{titel}}' }] }, 'frontMatter[0].value: template_unknown_value'],
    [{ opening: '{{headline' }, 'opening: template_unclosed'],
    [{ path: '{{headline}}.md' }, 'path: template_unknown_value'],
    [{ path: '/{{title}}.md' }, 'path: path_absolute'],
    [{ path: 'C:/{{title}}.md' }, 'path: path_absolute'],
    [{ path: '../{{title}}.md' }, 'path: path_leads_out'],
    [{ path: 'a/./{{title}}.md' }, 'path: path_leads_out'],
    [{ path: 'a//{{title}}.md' }, 'path: path_leads_out'],
    [{ path: '.github/workflows/{{title}}.md' }, 'path: path_hidden'],
    [{ path: 'a\\{{title}}.md' }, 'path: path_bad_character'],
    [{ path: '~/{{title}}.md' }, 'path: path_bad_character'],
    [{ path: 'a./{{title}}.md' }, 'path: path_bad_character'],
    [{ path: '-rf/{{title}}.md' }, 'path: path_bad_character'],
    [{ path: 'a\u202eb/{{title}}.md' }, 'path: path_bad_character'],
    [{ path: '{{title}}.yml' }, 'path: path_bad_ending'],
    [{ path: '{{title}}' }, 'path: path_bad_ending'],
    [{ path: 'post.md' }, 'path: path_one_name'],
    [{ images: { ...images, file: 'a/{{stem}}.md' } }, 'images.file: path_bad_ending'],
    [{ images: { ...images, file: '../{{image}}' } }, 'images.file: path_leads_out'],
    [{ timeZone: 'Mars/Base' }, 'timeZone: not_allowed'],
    [{ dialect: { jsx: true } }, 'dialect.codeOpeners: missing'],
    [{ script: 'x' }, 'script: unknown_field'],
  ])('are refused with the field: %j', (change, fault) => {
    expect(faultsOf(change)).toContain(fault);
  });

  it('are refused as a whole, all faults at once', () => {
    expect(faultsOf({ id: 1, label: 1, body: 'pdf' })).toEqual([
      'id: wrong_type',
      'label: wrong_type',
      'body: not_one_of',
    ]);
  });

  it.each(['null', '[]', '"jekyll"', '1', '{'])('are not made of %s', (json) => {
    expect(importPreset(json).ok).toBe(false);
  });

  it('take nothing through prototypes', () => {
    const json = exportPreset(DEFAULT_PRESET).replace('{', '{"__proto__":{"polluted":true},');
    expect(importPreset(json)).toEqual({
      ok: false,
      faults: [{ path: '__proto__', code: 'unknown_field', word: '__proto__' }],
    });
    expect({}).not.toHaveProperty('polluted');
    expect(checkPreset(Object.create(jekyll())).ok).toBe(false);
  });

  it('are not read from a file of any size', () => {
    expect(importPreset(' '.repeat(MAX_PRESET_LENGTH + 1))).toEqual({
      ok: false,
      faults: [{ path: '', code: 'too_large' }],
    });
  });

  it('are written with or refused, whatever a field holds', () => {
    const templates = fc.constantFrom(
      '{{title',
      '{{title|limit:3}}.md',
      'a/{{url}}.md',
      '{{image}}',
      '{{headline}}',
      '..',
      '',
    );
    const value = fc.oneof(fc.anything(), fc.jsonValue(), templates);
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(DEFAULT_PRESET)), value, (field, changed) => {
        const check = checkPreset({ ...jekyll(), [field]: changed });
        if (check.ok) expect(toPost(draftWith(), check.preset).path).toMatch(/^[^/.].*\.md$/);
        else expect(check.faults.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });

  it('say where in a template the fault is', () => {
    const check = checkPreset({ ...jekyll(), path: '_posts/{{title | lowr}}.md' });
    expect(check).toEqual({
      ok: false,
      faults: [{ path: 'path', code: 'template_unknown_filter', at: 17, word: 'lowr' }],
    });
  });
});
