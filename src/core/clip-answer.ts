import type { Article } from './article.ts';
import { isArticle } from './article-checks.ts';
import type { Failure, FailureCode } from './failure.ts';
import { type Check, isText, oneOf, optional, record } from './field-checks.ts';
import type { PartName } from './parts/part-names.ts';

/**
 * What a clip comes to. `address` is the whole address of the document that was read, so that whoever asked can tell
 * whether it is the one that was meant. `selection` is there when the reader had selected something: the same story with
 * only that as its body.
 */
export type ClipAnswer =
  | { readonly ok: true; readonly address: string; readonly article: Article; readonly selection?: Article }
  | { readonly ok: false; readonly address: string; readonly failure: Failure };

/** What the script in the page answers instead where the page needs parts that are not there yet. */
export interface PartsWanted {
  readonly wanted: readonly PartName[];
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
const isClip = record({ address: isText, article: isArticle, selection: optional(isArticle) });

/**
 * Whether a value is what our script in the page answers. The page's own world is apart from ours, yet a compromised
 * renderer may answer anything.
 */
export function isClipAnswer(value: unknown): value is ClipAnswer {
  return (hasOk(true)(value) && isClip(value)) || (hasOk(false)(value) && isRefusal(value));
}

function hasOk(ok: boolean): Check {
  return record({ ok: (value) => value === ok });
}
