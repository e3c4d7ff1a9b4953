import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Preset } from '../../../../src/core/model/preset.ts';
import { DEFAULT_PRESET, PRESETS } from '../../../../src/core/post/presets/presets.ts';
import { toPost } from '../../../../src/core/post/to-post.ts';
import { draftWith } from '../draft-fixture.ts';

/** The posts that each preset should write, laid out as in its folder. */
const POSTS = fileURLToPath(new URL('../../../posts/', import.meta.url));

const STORY = draftWith({
  title: '渡轮：“冬季” runs on | {{ again }}',
  authors: ['林小舟', "Ada O'Neil"],
  url: 'https://news.example/2024/ferry_1?a=1&b=(2)',
  tags: ['蓝桥日报', '2024', 'C++'],
  description: '委员会：“保留”冬季班次 -- 详情...',
  images: [{ src: 'https://img.example/ferry.png', alt: '渡轮' }],
  markdown: '渡轮整个冬季继续开行。\n\n![渡轮](https://img.example/ferry.png)\n\n委员会周二作出决定。',
  html: '<p>渡轮整个冬季继续开行。</p><p><img src="https://img.example/ferry.png" alt="渡轮"></p><p>委员会周二作出决定。</p>',
});

const withImages = (preset: Preset): Preset => ({ ...preset, images: { ...preset.images, download: true } });

describe('the built-in presets', () => {
  it.each(PRESETS.map((preset) => [preset.id, preset] as const))('write the post for %s', (id, preset) => {
    const { path, text, meta } = toPost(STORY, preset);
    expect(text).toBe(readFileSync(`${POSTS}${id}/${path}`, 'utf8'));
    if (meta !== undefined) expect(meta).toBe(readFileSync(`${POSTS}${id}/${path}.meta`, 'utf8'));
  });

  it.each(PRESETS.map((preset) => [preset.id, withImages(preset)] as const))(
    'keep the pictures where %s finds them',
    (_, preset) => {
      const { path, body, assets } = toPost(STORY, preset);
      expect(assets).toHaveLength(1);
      const [asset] = assets;
      expect(asset?.url).toBe('https://img.example/ferry.png');
      // Pelican's word for the root of its content.
      const link = (/!\[渡轮\]\((\S+)\)/.exec(body)?.[1] ?? '').replace('{static}', '');
      expect(link).not.toContain('img.example');
      // From the post, or from the root of the site, which is the folder or one of these in it.
      const roots = ['', 'source', 'static', 'public', 'content'];
      const from = link.startsWith('/') ? roots.map((root) => `https://site/${root}/`) : [`https://site/${path}`];
      const places = from.map((base) => decodeURI(new URL(link.replace(/^\//, ''), base).pathname).replace(/^\/+/, ''));
      // Obsidian looks from the root of the vault too.
      expect([...places, decodeURI(link)]).toContain(asset?.path);
    },
  );

  const { published: _unknown, ...undated } = STORY;

  it.each(['obsidian', 'logseq', 'pandoc', 'plain'])(
    '%s states no date of publication where the page has none',
    (id) => {
      const preset = PRESETS.find((each) => each.id === id) ?? DEFAULT_PRESET;
      const { text } = toPost({ ...undated, clippedAt: Date.UTC(2033, 1, 2), clippedOffset: 0 }, preset);
      const stated = text.split('\n').filter((line) => line.includes('2033') && !line.startsWith('created'));
      expect(stated).toEqual([]);
    },
  );

  it.each(['hugo', 'hexo', 'eleventy', 'astro', 'docusaurus', 'vitepress'])(
    '%s marks the moment of clipping that takes the place of an unknown date',
    (id) => {
      const preset = PRESETS.find((each) => each.id === id) ?? DEFAULT_PRESET;
      expect(toPost(undated, preset).text).toContain('\ndate_unknown: true\n');
      expect(toPost(STORY, preset).text).not.toContain('date_unknown');
    },
  );

  it('keep pictures that are none of the web, or run scripts, as they are', () => {
    const images = ['data:image/png;base64,AA==', 'https://img.example/x.svg'].map((src) => ({ src, alt: '' }));
    const markdown = images.map(({ src }) => `![](${src})`).join('\n\n');
    const post = toPost({ ...STORY, images, markdown }, withImages(DEFAULT_PRESET));
    expect(post.assets).toEqual([]);
    expect(post.body).toContain(markdown);
  });
});
