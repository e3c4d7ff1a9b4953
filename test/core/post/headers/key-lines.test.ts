import { describe, expect, it } from 'vitest';
import { metadataLines } from '../../../../src/core/post/headers/metadata-lines.ts';
import { tomlFrontMatter } from '../../../../src/core/post/headers/toml-front-matter.ts';
import { wikiFields } from '../../../../src/core/post/headers/wiki-fields.ts';

const list = (...value: string[]) => [{ key: 'tags', form: 'list', value }] as const;

describe('headers without YAML', () => {
  it('divide the lists of Pelican by semicolons, also a list of one that holds a comma', () => {
    expect(metadataLines(list('a, b', 'c;d'))).toBe('tags: a, b; c；d\n');
    expect(metadataLines(list('a, b'))).toBe('tags: a, b;\n');
    expect(metadataLines(list())).toBe('');
  });

  it('enclose the tags of TiddlyWiki that hold a blank', () => {
    expect(wikiFields(list('two words', '联合早报', 'a]b c'))).toBe('tags: [[two words]] 联合早报 [[a］b c]]\n');
  });

  it('put the keys of TOML into tables, after all others', () => {
    const extra = { key: 'extra.source', form: 'text', value: 'https://news.example/"a"' } as const;
    const date = { key: 'date', form: 'date', value: '2021-07-16T13:01:00+08:00' } as const;
    expect(tomlFrontMatter([extra, date, { key: 'n', form: 'number', value: '3' }])).toBe(
      'date = 2021-07-16T13:01:00.000+08:00\nn = 3\n\n[extra]\nsource = "https://news.example/\\"a\\""\n',
    );
  });
});
