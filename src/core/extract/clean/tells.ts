import type { Block } from './blocks.ts';
import type { PassContext } from './pass.ts';
import { ANY_CJK } from './text-measure.ts';

/** A shorter sentence is a call as likely as not. */
const SHORTEST = 30;

const SENTENCE_END = /[.?…][”"’»)]?$/;

/** Where to write, to ring, to look. */
const ADDRESS = /@|\d{3}\W\d|\w\.[a-z]{2}/;

/**
 * Whether a block is a sentence of the story although it begins with a phrase of calls: “Sign up sheets were posted on the
 * door.” It leads nowhere, ends as a sentence does, speaks to nobody, and names nothing that a call is about.
 *
 * @param start the phrase.
 */
export function tells({ text, weight, linkShare, heading }: Block, start: string, context: PassContext): boolean {
  if (heading || linkShare > 0) return false;
  if (ANY_CJK.test(start)) return context.eastAsian?.isTold(text, start) === true;
  const rest = text.slice(start.length);
  return weight >= SHORTEST && SENTENCE_END.test(text) && !ADDRESS.test(rest) && !context.phrases.called.test(rest);
}
