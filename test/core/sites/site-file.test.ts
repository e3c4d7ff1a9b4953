import { describe, expect, it } from 'vitest';
import { readSiteFile, writeSiteFile } from '../../../src/core/sites/read-site-file.ts';
import { siteDefaultsFor, tagsWithDefaults } from '../../../src/core/sites/site-defaults-for.ts';

const file = {
  rules: [{ places: ['news.example'], drop: ['p.desk-note'], keep: ['aside.facts'] }],
  defaults: [{ places: ['zaobao.com'], preset: 'jekyll', tags: ['联合早报'], target: 'folder-1' }],
};

describe('a file of rules and defaults', () => {
  it('is read as it was written', () => {
    expect(readSiteFile(writeSiteFile(file))).toEqual({ ok: true, file });
  });

  it('may be a bare list of rules', () => {
    expect(readSiteFile(JSON.stringify(file.rules))).toEqual({ ok: true, file: { rules: file.rules, defaults: [] } });
  });

  it.each([
    ['{', { code: 'not-json' }],
    [JSON.stringify({ rules: [{ places: ['no host'] }] }), { code: 'faulty', entry: 'rules.0.places.0' }],
    [
      JSON.stringify({ rules: [file.rules[0], { places: ['a.example'], drop: 'p' }] }),
      { code: 'faulty', entry: 'rules.1.drop' },
    ],
    [JSON.stringify({ defaults: [{ places: [] }] }), { code: 'faulty', entry: 'defaults.0' }],
    [
      JSON.stringify({ defaults: [{ places: ['a.example'], tags: [1] }] }),
      { code: 'faulty', entry: 'defaults.0.tags.0' },
    ],
  ])('is refused with the entry that has a fault: %s', (content, fault) => {
    expect(readSiteFile(content)).toEqual({ ok: false, fault });
  });
});

describe('defaults of a site', () => {
  it('are those of the longest place', () => {
    const defaults = [...file.defaults, { places: ['zaobao.com/realtime'], preset: 'hugo' }];
    expect(siteDefaultsFor('https://www.zaobao.com/news/1', defaults)).toMatchObject({ preset: 'jekyll' });
    expect(siteDefaultsFor('https://www.zaobao.com/realtime/1', defaults)).toMatchObject({ preset: 'hugo' });
    expect(siteDefaultsFor('https://news.example/', defaults)).toEqual({});
  });

  it('add tags, each once', () => {
    expect(tagsWithDefaults(['联合早报'], { tags: ['联合早报', '中国'] })).toEqual(['联合早报', '中国']);
  });
});
