import { complain } from './complain.ts';

/** A clip that takes longer than this, in milliseconds, is worth a look. */
const SLOW = 5_000;

/** Names on standard error a page whose clip took long. */
export function nameSlowPage(label: string, milliseconds: number): void {
  if (milliseconds >= SLOW) complain(label, `The page took ${(milliseconds / 1000).toFixed(1)} s.`);
}
