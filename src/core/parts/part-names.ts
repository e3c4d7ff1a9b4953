/** The parts of the clip that only some pages need. */
export const PART_NAMES = ['maths', 'european', 'east-asian'] as const;

export type PartName = (typeof PART_NAMES)[number];

/** What finishes a clip: in the popup, and in the page where a clip is made without one. */
export const FINISH_PART = 'finish';

/** All that can be brought to a clip, each in a script of its own. */
export const BROUGHT_NAMES = [...PART_NAMES, FINISH_PART] as const;

/** The script of the extension that brings a part into a page. */
export function partFile(name: (typeof BROUGHT_NAMES)[number]): string {
  return `content-${name}.js`;
}
