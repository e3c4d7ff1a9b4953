/** The parts of the clip that only some pages need. */
export const PART_NAMES = ['maths', 'european', 'east-asian'] as const;

export type PartName = (typeof PART_NAMES)[number];

/** The script of the extension that brings a part into a page. */
export function partFile(name: PartName): string {
  return `content-${name}.js`;
}
