import { basename } from 'node:path';
import type { Draft } from '../../src/core/model/draft.ts';
import type { Preset } from '../../src/core/model/preset.ts';
import { escapeValue } from '../../src/core/post/dialects/escape-value.ts';
import { isList, textOf } from '../../src/core/post/template/value.ts';
import { variablesOf } from '../../src/core/post/template/variables.ts';
import type { Post } from '../../src/core/post/to-post.ts';
import type { Story } from './stories.ts';

/** A line of what `check.mjs` reads: what a program should have read in a post, and shown of it. */
export interface Expectation {
  readonly file: string;
  readonly title: string;
  /** ISO 8601, or a day. */
  readonly date: string;
  readonly author: string | readonly string[];
  readonly source: string;
  readonly tags: readonly string[];
  readonly categories: readonly string[];
  readonly description: string;
  readonly mustContainText: readonly string[];
  readonly mustNotContainText: readonly string[];
  readonly literals: readonly string[];
  readonly headings: readonly unknown[];
  readonly links: readonly string[];
  readonly images: readonly { readonly src: string; readonly alt?: string }[];
  readonly code: readonly string[];
  readonly elements: readonly unknown[];
}

/** What every program should have read of a story in this post. */
export function expectationOf({ draft, expectation }: Story, post: Post, preset: Preset): Partial<Expectation> {
  const kept = new Map(post.assets.map(({ url, path }) => [url, basename(path)]));
  const { images, elements = [] } = expectation;
  const { title, author, authors, published, url, tags, categories } = variablesOf(draft);
  if (!isList(authors) || !isList(tags) || !isList(categories)) throw new Error('lists are lists');
  return {
    ...expectation,
    ...(images ? { images: images.map((image) => ({ ...image, src: kept.get(image.src) ?? image.src })) } : {}),
    elements: [...elements, ...markedElements(draft, preset)],
    file: post.path,
    title: textOf(escapeValue(title, preset.dialect)),
    date: textOf(published),
    author: textOf(author),
    source: textOf(url),
    tags,
    categories,
  };
}

/** What shows the highlights of a story, as `docs/highlights.md` says it of the preset. */
function markedElements({ highlights = [] }: Draft, preset: Preset): readonly unknown[] {
  const form = preset.body === 'html' && preset.highlights !== 'none' ? 'quotes' : preset.highlights;
  const tag = { html: 'mark', quotes: 'blockquote' }[String(form)];
  return tag === undefined ? [] : highlights.map(({ anchor }) => ({ tag, text: anchor.exact, contains: true }));
}
