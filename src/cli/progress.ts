import { terminalText } from './terminal-text.ts';

/** The line on a terminal that says how far a run is. */
export interface ShownProgress {
  /** Takes the line away again, so that other output has a clean one. */
  clear(): void;
}

export interface Progress extends ShownProgress {
  /** Says that so many pages are done, this one last. */
  done(count: number, label: string): void;
}

const CLEAR_LINE = '\r\u001b[K';

/** Shows `[3 of 10, about 2 min left] https://…` on standard error where that is a terminal and there are more pages. */
export function openProgress(total: number): Progress {
  const { stderr } = process;
  if (!stderr.isTTY || total < 2) return { done: () => {}, clear: () => {} };
  const start = performance.now();
  return {
    done(count, label) {
      const left = ((performance.now() - start) / count) * (total - count);
      const line = `[${count} of ${total}${leftText(left)}] ${terminalText(label)}`;
      stderr.write(CLEAR_LINE + line.slice(0, stderr.columns - 1));
    },
    clear: () => void stderr.write(CLEAR_LINE),
  };
}

/** In words, from milliseconds; nothing of what is over at once. */
export function leftText(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 2) return '';
  if (seconds < 90) return `, about ${seconds} s left`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `, about ${minutes} min left` : `, about ${Math.round(minutes / 60)} h left`;
}

/** Shows `[3/10] https://…` on standard error where that is a terminal and there is more than one page. */
export function showProgress(nth: number, count: number, label: string): ShownProgress {
  const { stderr } = process;
  if (!stderr.isTTY || count < 2) return { clear: () => {} };
  const line = `[${nth}/${count}] ${terminalText(label)}`;
  stderr.write(CLEAR_LINE + line.slice(0, stderr.columns - 1));
  return { clear: () => void stderr.write(CLEAR_LINE) };
}
