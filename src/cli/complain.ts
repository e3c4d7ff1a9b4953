import { terminalText } from './terminal-text.ts';

/** Says on standard error what is wrong with something. */
export function complain(label: string, sentence: string): void {
  process.stderr.write(`${terminalText(`jianbao: ${label}: ${sentence}`)}\n`);
}
