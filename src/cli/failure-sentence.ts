import messages from '../../_locales/en/messages.json' with { type: 'json' };
import { type FailureCode, toFailure } from '../core/failure.ts';

const MESSAGES: Readonly<Record<string, { readonly message: string }>> = messages;

/** Thrown by the command line where the reason is its own and already a sentence: a network, a file, a folder. */
export class CliError extends Error {}

/** What to tell the person at the terminal about anything that was thrown: one sentence, the popup's own words. */
export function failureSentence(error: unknown): string {
  if (error instanceof CliError) return error.message;
  const { code, detail } = toFailure(error);
  const sentence = sentenceFor(code);
  return code === 'unexpected' && detail !== '' ? `${sentence} (${detail})` : sentence;
}

function sentenceFor(code: FailureCode): string {
  return MESSAGES[`failure_${code.replaceAll('-', '_')}`]?.message ?? `The page could not be clipped: ${code}.`;
}
