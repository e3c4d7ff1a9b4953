import type { IDBPTransaction, StoreNames } from 'idb';
import type { LibraryDatabase, LibrarySchema } from './schema.ts';

/**
 * Runs `work` in one transaction, durable when the answer comes: all of it happens, or none. What `work` throws undoes
 * what it wrote; without that, IndexedDB commits the half that was written before the throw.
 *
 * @throws the transaction's own reason (such as `QuotaExceededError`) rather than the `AbortError` of a request in it.
 */
export async function transact<Stores extends StoreNames<LibrarySchema>[], T>(
  database: LibraryDatabase,
  stores: Stores,
  work: (transaction: IDBPTransaction<LibrarySchema, Stores, 'readwrite'>) => Promise<T>,
): Promise<T> {
  const transaction = database.transaction(stores, 'readwrite', { durability: 'strict' });
  const done = transaction.done.then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  try {
    const result = await work(transaction);
    const failed = await done;
    if (failed) throw failed.error;
    return result;
  } catch (error) {
    abort(transaction);
    await done;
    throw transaction.error ?? error;
  }
}

function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch (error) {
    // It was over before: then there is nothing left to undo.
    if (!(error instanceof DOMException && error.name === 'InvalidStateError')) throw error;
  }
}
