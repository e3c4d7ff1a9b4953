import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { PRESETS } from '../../../../src/core/post/presets/presets.ts';
import { toPost } from '../../../../src/core/post/to-post.ts';
import { draftWith } from '../draft-fixture.ts';

const TITLE = "A \\'; process.exit(1); //' </script><script>alert(1)</script> \\";

function titleIn(id: string): string {
  const preset = PRESETS.find((one) => one.id === id);
  if (!preset) throw new Error(`there is no preset ${id}`);
  const data = load(toPost(draftWith({ title: TITLE, tags: [TITLE] }), preset).frontMatter) as {
    title: string;
    tags: string[];
  };
  expect(data.tags).toEqual([data.title]);
  return data.title;
}

describe('front matter that a program puts into JavaScript', () => {
  it('ends no string of Docusaurus, which escapes quotation marks and leaves backslashes', () => {
    const title = titleIn('docusaurus');
    const written = `'${title.replaceAll("'", "\\'")}'`;
    expect(title.replaceAll('\u200b', '')).toBe(TITLE);
    expect(written).toMatch(/^'(?:[^'\\]|\\.)*'$/su);
  });

  it('ends no script of VitePress', () => {
    const title = titleIn('vitepress');
    expect(title.replaceAll('\u200b', '')).toBe(TITLE);
    expect(title).not.toContain('</');
  });

  it('is left alone for the rest', () => {
    expect(titleIn('hugo')).toBe(TITLE);
    expect(titleIn('jekyll')).toBe(TITLE);
  });
});
