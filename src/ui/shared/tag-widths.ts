/** Pixels of one line of chips in a popup of 420, less the field for a new tag and the word “more”. */
const LINE = 262;
/** Padding, gap and the plus sign or cross of a chip. */
const CHIP = 42;
const WIDE = /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]/;

/**
 * How many suggestions finish the line on which the tags end: the row is then as high as its skeleton was, nothing
 * below it jumps. Estimated, not measured: exact would need a layout for each try.
 */
export function countThatFit(tags: readonly string[], suggestions: readonly string[]): number {
  const used = tags.reduce((sum, tag) => sum + widthOf(tag), 0) % LINE;
  let room = LINE - used;
  const first = suggestions.findIndex((suggestion) => {
    room -= widthOf(suggestion);
    return room < 0;
  });
  return first === -1 ? suggestions.length : first;
}

function widthOf(text: string): number {
  let width = CHIP;
  for (const character of text) width += WIDE.test(character) ? 12 : 7;
  return width;
}
