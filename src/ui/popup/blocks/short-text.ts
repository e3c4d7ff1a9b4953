const LENGTH = 60;

/** The beginning of a block's text, as much as a name holds. */
export function shortText(text: string): string {
  return text.length <= LENGTH ? text : `${text.slice(0, LENGTH).trimEnd()}…`;
}
