import * as v from 'valibot';
import type { Article, ExtractedArticle } from './article.ts';
import { extractedArticleSchema } from './extracted-article-schema.ts';
import type { Failure, FailureCode } from './failure.ts';
import { ownObject } from './own-object.ts';

/**
 * The result of a clip. `pageUrl` is the full address of the document that was read, so that the caller can tell
 * whether it is the one that was meant. `selection` is there when the reader had selected something: the same story with
 * only that as its body.
 */
export type ClipAnswer = AnswerWith<Article>;

/** The same as the script in the page returns it. */
export type PageAnswer = AnswerWith<ExtractedArticle>;

/** The answer with its articles as far as they were made. */
export type AnswerWith<Clipped> =
  | {
      readonly ok: true;
      readonly pageUrl: string;
      readonly article: Clipped;
      readonly selection?: Clipped;
      /** The story, or a part of it, is what the user picked on the page. */
      readonly picked?: 'story' | 'part';
    }
  | Refusal;

export interface Refusal {
  readonly ok: false;
  readonly pageUrl: string;
  readonly failure: Failure;
}

/** What can keep the script in the page from an article. */
const REASONS: readonly FailureCode[] = [
  'pdf',
  'image',
  'not-html',
  'page-not-loaded',
  'no-article',
  'login-wall',
  'scripts-needed',
  'frameset',
  'too-large',
  'too-slow',
  'stopped',
  'unexpected',
];

/** An answer with such articles; made at each call. */
export function answerSchema(article: v.GenericSchema): v.GenericSchema {
  const clip = ownObject({
    ok: v.literal(true),
    pageUrl: v.string(),
    article,
    selection: v.optional(article),
    picked: v.optional(v.picklist(['story', 'part'])),
  });
  const refusal = ownObject({
    ok: v.literal(false),
    pageUrl: v.string(),
    failure: ownObject({ code: v.picklist(REASONS), detail: v.string() }),
  });
  return v.union([clip, refusal]);
}

/**
 * Returns whether a value is an answer of the content script. The page's own world is separate from the script's, but a
 * compromised renderer may answer anything.
 */
export function isPageAnswer(value: unknown): value is PageAnswer {
  return v.is(answerSchema(extractedArticleSchema()), value);
}
