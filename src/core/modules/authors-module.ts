import { readAuthors } from '../metadata/read-authors.ts';
import type { Modules } from '../model/modules.ts';
import { lettersOf } from '../text/text-folding.ts';

export const authorsModule: Modules['authors'] = {
  readAuthors,
  isNamedIn: (names, undecided) => names.some((name) => undecided.includes(lettersOf(name))),
};
