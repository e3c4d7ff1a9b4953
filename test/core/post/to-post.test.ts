import { describe, expect, it } from 'vitest';
import { DEFAULT_PRESET } from '../../../src/core/post/presets/presets.ts';
import { toPost } from '../../../src/core/post/to-post.ts';
import { draftWith } from './draft-fixture.ts';

const write = (fields: Parameters<typeof draftWith>[0] = {}) => toPost(draftWith(fields), DEFAULT_PRESET);

describe('the default preset', () => {
  it('writes the post of the archives, byte for byte', () => {
    expect(write().text).toBe(`---
layout: post
title: "蓝桥渡轮冬季照常开行"
date: 2024-03-05T08:30:00+08:00
author: 林小舟
from: https://news.example/2024/ferry
tags: [ 蓝桥日报 ]
categories: [ 蓝桥日报 ]
---
<!--1709598600000-->

[蓝桥渡轮冬季照常开行](https://news.example/2024/ferry)
------

渡轮整个冬季继续开行。

委员会周二作出决定。
`);
  });

  it('names the file by the publisher’s day and the title', () => {
    expect(write().path).toBe('_posts/2024-03-05-蓝桥渡轮冬季照常开行.md');
  });

  it('keeps the inner spaces of a title', () => {
    expect(write({ title: '王毅会见俄外长   吁中俄共同抵制“印太战略”' }).frontMatter).toContain(
      'title: "王毅会见俄外长   吁中俄共同抵制“印太战略”"\n',
    );
  });

  it('gives only a day where the page gives only a day, and sorts it by the clip', () => {
    const post = write({ published: { value: '2021-07-16', precision: 'day', zone: 'none', origin: 'page-text' } });
    expect(post.frontMatter).toContain('date: 2021-07-16\n');
    expect(post.path).toMatch(/^_posts\/2021-07-16-/);
    expect(post.body).toMatch(/^<!--1709686923000-->\n/);
  });

  it('writes a time without offset as the publisher gave it', () => {
    const value = '2021-07-16T00:15';
    const post = write({ published: { value, precision: 'minute', zone: 'none', origin: 'page-text' } });
    expect(post.frontMatter).toContain('date: 2021-07-16T00:15:00\n');
    expect(post.path).toMatch(/^_posts\/2021-07-16-/);
  });

  it.each([undefined, '2021-02-30', '2021-13-45T10:00', 'yesterday', '2021-07-16\npwned: true'])(
    'takes the moment of clipping on the user’s clock for the date %j',
    (value) => {
      const draft = draftWith({ clippedAt: Date.UTC(2024, 2, 5, 20, 0, 0), clippedOffset: 480 });
      const { published: _, ...dateless } = draft;
      const post = toPost(
        value === undefined
          ? dateless
          : { ...draft, published: { value, precision: 'day', zone: 'none', origin: 'page-text' } },
        DEFAULT_PRESET,
      );
      expect(post.frontMatter).toContain('\ndate: 2024-03-06T04:00:00+08:00\n');
      expect(post.frontMatter).not.toContain('pwned');
      expect(post.path).toMatch(/^_posts\/2024-03-06-/);
      expect(post.body).toMatch(/^<!--1709668800000-->\n/);
    },
  );

  it('names the site where there is no byline', () => {
    expect(write({ authors: [] }).frontMatter).toContain('author: 蓝桥日报\n');
  });

  it('joins several names as the language does, each once', () => {
    expect(write({ authors: ['A. Li', 'B. Wu'], language: 'en' }).frontMatter).toContain('author: A. Li, B. Wu\n');
    expect(write({ authors: ['林小舟', '周 明', '林小舟'] }).frontMatter).toContain('author: 林小舟、周 明\n');
  });

  it('keeps the keys of the contract where they have no value', () => {
    const { frontMatter } = write({ tags: [], categories: ['', ' '] });
    expect(frontMatter).toContain('tags: []\ncategories: []\n');
  });

  it('heads a title that an underline would break with ##', () => {
    expect(write({ title: 'a | b' }).body).toContain('\n\n## [a &#124; b](https://news.example/2024/ferry)\n\n');
  });

  it('gives a story without a title the name of its site', () => {
    expect(write({ title: ' \u0000 ' }).frontMatter).toContain('title: "蓝桥日报"\n');
  });

  it('does not link the headline to an address that runs', () => {
    expect(write({ url: 'javascript:alert(1)' }).body).not.toContain('](');
  });

  it('puts the cleaned HTML in a div where the preset asks for it', () => {
    const post = toPost(draftWith(), { ...DEFAULT_PRESET, body: 'html' });
    expect(post.body).toContain('------\n\n<div>\n<p>渡轮整个冬季继续开行。</p><p>委员会周二作出决定。</p>\n</div>\n');
  });
});
