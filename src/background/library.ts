import { openLibrary } from '../library/database.ts';

/** The background's connection to the library; opened at the first use. */
export const library = openLibrary();
