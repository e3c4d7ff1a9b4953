import type { Article, ExtractedArticle } from './article.ts';
import { isArticle, isExtractedArticle } from './article-checks.ts';
import type { Failure, FailureCode } from './failure.ts';
import { type Check, isText, oneOf, optional, record } from './field-checks.ts';
import type { ModuleName } from './module-names.ts';

/**
 * What a clip comes to. `address` is the whole address of the document that was read, so that whoever asked can tell
 * whether it is the one that was meant. `selection` is there when the reader had selected something: the same story with
 * only that as its body.
 */
export type ClipAnswer = AnswerWith<Article>;

/** The same as the script in the page gives it. */
export type PageAnswer = AnswerWith<ExtractedArticle>;

/** The answer with its articles as far as they were made. */
export type AnswerWith<Clipped> =
  | { readonly ok: true; readonly address: string; readonly article: Clipped; readonly selection?: Clipped }
  | Refusal;

export interface Refusal {
  readonly ok: false;
  readonly address: string;
  readonly failure: Failure;
}

/** What `write` makes of the articles of an answer. */
export function answerWith<From, To>(answer: AnswerWith<From>, write: (article: From) => To): AnswerWith<To> {
  if (!answer.ok) return answer;
  const { selection, article, ...rest } = answer;
  return { ...rest, article: write(article), ...(selection ? { selection: write(selection) } : {}) };
}

/** What the script in the page answers instead where the page needs modules that are not there yet. */
export interface ModulesWanted {
  readonly wanted: readonly ModuleName[];
}

/** What can keep the script in the page from an article. */
const REASONS: readonly FailureCode[] = [
  'pdf',
  'image',
  'not-html',
  'page-not-loaded',
  'no-article',
  'login-wall',
  'frameset',
  'too-large',
  'unexpected',
];

const isRefusal = record({ address: isText, failure: record({ code: oneOf(...REASONS), detail: isText }) });

/**
 * Whether a value is what our script in the page answers. The page's own world is apart from ours, yet a compromised
 * renderer may answer anything.
 */
export function isPageAnswer(value: unknown): value is PageAnswer {
  return isAnswerWith(isExtractedArticle, value);
}

/** The same of an answer whose Markdown was written in the page. */
export function isClipAnswer(value: unknown): value is ClipAnswer {
  return isAnswerWith(isArticle, value);
}

function isAnswerWith(isClipped: Check, value: unknown): boolean {
  const isClip = record({ address: isText, article: isClipped, selection: optional(isClipped) });
  return (hasOk(true)(value) && isClip(value)) || (hasOk(false)(value) && isRefusal(value));
}

function hasOk(ok: boolean): Check {
  return record({ ok: (value) => value === ok });
}
