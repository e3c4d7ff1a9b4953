import messages from '../../_locales/en/messages.json' with { type: 'json' };
import { type FailureCode, toFailure } from '../core/model/failure.ts';
import { diskSentence } from './disk-sentence.ts';
import { terminalText } from './terminal-text.ts';

const MESSAGES: Readonly<Record<string, { readonly message: string }>> = messages;

/** Thrown by the command line where the reason is its own and already a sentence: a network, a file, a folder. */
export class CliError extends Error {}

/** Where the popup speaks of a tab, a command line has none. */
const WITHOUT_A_TAB: Partial<Record<FailureCode, (detail: string) => string>> = {
  blank: () => 'The page is empty.',
  'scripts-needed': () =>
    'The page shows its story only where its scripts run. Open it in a browser, save it as a file, and clip the file.',
  image: () => 'This is a single image, with no story around it.',
  'not-html': (type) => `This is not a web page but a file of the type ${type}.`,
};

/** What to tell the person at the terminal about anything that was thrown: one sentence, mostly the popup's own words. */
export function failureSentence(error: unknown): string {
  return terminalText(sentenceOf(error));
}

function sentenceOf(error: unknown): string {
  if (error instanceof CliError) return error.message;
  const ofDisk = diskSentence(error);
  if (ofDisk !== undefined) return ofDisk;
  const { code, detail } = toFailure(error);
  const sentence = WITHOUT_A_TAB[code]?.(detail) ?? sentenceFor(code);
  return code === 'unexpected' && detail !== '' ? `${sentence} (${detail})` : sentence;
}

function sentenceFor(code: FailureCode): string {
  return MESSAGES[`failure_${code.replaceAll('-', '_')}`]?.message ?? `The page could not be clipped: ${code}.`;
}
