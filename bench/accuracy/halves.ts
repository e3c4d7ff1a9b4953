import { createHash } from 'node:crypto';

/** A half of the sites of a set: rules are written with the pages of A in sight, and B is a number only. */
export type Half = 'A' | 'B';

export const HALVES: readonly Half[] = ['A', 'B'];

/** The half of a site. The same site is in the same half in every set. */
export function halfOf(site: string): Half {
  return share(`half:${site}`) < 0.5 ? 'A' : 'B';
}

/** True for one page in `of`, chosen by its name, so that two runs and two systems take the same pages. */
export function isSampled(id: string, of: number): boolean {
  return share(`page:${id}`) < 1 / of;
}

/** A number from 0 to 1 that depends on the text alone. */
function share(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE() / 2 ** 32;
}
