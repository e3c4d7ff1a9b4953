import { terminalText } from './terminal-text.ts';

/** The line on a terminal that says which of several pages is being clipped. */
export interface Progress {
  /** Takes the line away again, so that other output has a clean one. */
  clear(): void;
}

const CLEAR_LINE = '\r\u001b[K';

/** Shows `[3/10] https://…` on standard error where that is a terminal and there is more than one page. */
export function showProgress(nth: number, count: number, label: string): Progress {
  const { stderr } = process;
  if (!stderr.isTTY || count < 2) return { clear: () => {} };
  const line = `[${nth}/${count}] ${terminalText(label)}`;
  stderr.write(CLEAR_LINE + line.slice(0, stderr.columns - 1));
  return { clear: () => void stderr.write(CLEAR_LINE) };
}
