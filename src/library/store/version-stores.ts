import type { IDBPTransaction } from 'idb';
import type { LibrarySchema } from './schema.ts';

/** All stores that a version of a clip is kept in. */
export const VERSION_STORES = [
  'clips',
  'contents',
  'texts',
  'posts',
  'deliveries',
  'versions',
  'trash',
  'dismissals',
  'pendingHighlights',
] as const;

export type VersionTransaction = IDBPTransaction<LibrarySchema, (typeof VERSION_STORES)[number][], 'readwrite'>;
