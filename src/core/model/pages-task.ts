import * as v from 'valibot';
import type { Article } from './article.ts';
import { articleSchema } from './article-schema.ts';
import type { Failure } from './failure.ts';
import { ownObject } from './own-object.ts';
import { type PagesSeen, pagesSeenSchema } from './pages-seen.ts';
import type { SiteRule } from './site-rule.ts';

/** What the script for a story's pages is asked for in a page. */
export type PagesTask =
  | { readonly kind: 'see' }
  /** `rule`: the user's own for the site. */
  | { readonly kind: 'read'; readonly url: string; readonly rule?: SiteRule }
  | {
      readonly kind: 'join';
      readonly pages: readonly { readonly number: number; readonly article: Article }[];
      readonly missing: readonly number[];
    };

/** Its answer: `see` answers without an article, `join` without pages. */
export type PagesAnswer =
  | { readonly ok: true; readonly article?: Article; readonly seen?: PagesSeen }
  | { readonly ok: false; readonly failure: Failure };

function pagesAnswer() {
  return v.union([
    ownObject({ ok: v.literal(true), article: v.optional(articleSchema()), seen: v.optional(pagesSeenSchema()) }),
    ownObject({ ok: v.literal(false), failure: ownObject({ code: v.string(), detail: v.string() }) }),
  ]);
}

/** Returns whether a value is such an answer: a compromised renderer may answer anything. */
export function isPagesAnswer(value: unknown): value is PagesAnswer {
  return v.is(pagesAnswer(), value);
}
