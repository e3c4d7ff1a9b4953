import type { Block } from './blocks.ts';
import type { PassContext } from './pass.ts';

/** A shorter sentence is a call as likely as not. */
const SHORTEST = 30;

const SENTENCE_END = /[.?…][”"’»)]?$/;

/** Where to write, to ring, to look. */
const ADDRESS = /@|\d{3}\W\d|\w\.[a-z]{2}/;

/**
 * Whether a block of a European language is a sentence of the story although it begins with a phrase of calls: “Sign up
 * sheets were posted on the door.” It leads nowhere, ends as a sentence does, speaks to nobody, and names nothing that a
 * call is about.
 *
 * @param start the phrase.
 */
export function tells(block: Block, start: string, { phrases }: PassContext): boolean {
  const { text, weight, linkShare, heading } = block;
  if (heading || linkShare > 0 || weight < SHORTEST || !SENTENCE_END.test(text)) return false;
  const rest = text.slice(text.toLowerCase().indexOf(start) + start.length);
  return !ADDRESS.test(rest) && !phrases.called.test(rest);
}
