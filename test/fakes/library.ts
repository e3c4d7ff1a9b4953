import 'fake-indexeddb/auto';
import { onTestFinished } from 'vitest';
import { type Library, openLibrary } from '../../src/library/store/database.ts';

let count = 0;

/** A library of its own for one test, on an IndexedDB in memory. */
export function temporaryLibrary(name = `library-${++count}`): Library {
  const library = openLibrary({ name, blockedLimit: 50 });
  onTestFinished(() => library.close());
  return library;
}
