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
  // Control characters of an address or a file name are not for the terminal.
  const line = `[${nth}/${count}] ${label.replace(/\p{Cc}/gu, '')}`;
  stderr.write(CLEAR_LINE + line.slice(0, stderr.columns - 1));
  return { clear: () => void stderr.write(CLEAR_LINE) };
}
