import { dropNamed } from '../clean/drop-named.ts';
import { nameTable } from '../clean/names.ts';
import type { PassContext } from '../clean/pass.ts';

/** Blocks that only paper shows: the address, the date, the name of the paper once more. */
const PRINT_NAMES = nameTable(`
  print-only only-print print-header print-footer d-print-block printonly show-for-print visible-print*
  print-logo
`);

/** What is there for printing alone. */
export function printOnly(root: Element, context: PassContext): void {
  dropNamed('print-only', PRINT_NAMES, root, context);
}
