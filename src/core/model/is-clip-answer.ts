import * as v from 'valibot';
import { articleSchema } from './article-schema.ts';
import { answerSchema, type ClipAnswer } from './clip-answer.ts';

/** Returns whether a value is an answer whose Markdown was written in the page. */
export function isClipAnswer(value: unknown): value is ClipAnswer {
  return v.is(answerSchema(articleSchema()), value);
}
