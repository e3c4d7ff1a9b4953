/** Controls, by which a terminal is steered, and marks that turn the direction of what follows. */
const STEERING = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/** One line of words of a server, a page or a file name, fit for a terminal. */
export function terminalText(text: string): string {
  return text.replace(STEERING, ' ');
}
