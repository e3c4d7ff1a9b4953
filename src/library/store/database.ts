import { type IDBPDatabase, openDB } from 'idb';
import { ClipError } from '../../core/model/failure.ts';
import { MIGRATIONS } from './migrations.ts';
import type { LibraryDatabase, LibrarySchema } from './schema.ts';

export interface LibraryOptions {
  readonly name?: string;
  /**
   * The schema's version. Another than the newest only in tests; `as-it-lies` for reading what a newer extension has
   * written, so that it can at least be backed up.
   */
  readonly version?: number | 'as-it-lies';
  /** How long another tab may hold an older version before opening fails, in milliseconds. */
  readonly blockedLimit?: number;
  /** How long is waited where the browser does not say what it waits for, in milliseconds. */
  readonly silenceLimit?: number;
}

/**
 * The library of clips. The connection is opened at the first use, and again whenever the browser closed it or
 * another tab needed it closed: a page may stay open for days.
 */
export interface Library {
  /**
   * Runs `work` on an open connection, once more on a new one if the old turned out closed; so `work` must be
   * harmless when done twice.
   *
   * @throws {ClipError} `library-blocked`, `library-newer`, `library-full` or `library-unavailable`.
   */
  use<T>(work: (database: LibraryDatabase) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

const BLOCKED_LIMIT = 5_000;
const SILENCE_LIMIT = 15_000;

export function openLibrary(options: LibraryOptions = {}): Library {
  let connection: Promise<LibraryDatabase> | undefined;

  function connect(): Promise<LibraryDatabase> {
    const opening = open(options, () => {
      if (connection === opening) connection = undefined;
    });
    connection = opening;
    opening.catch(() => {
      if (connection === opening) connection = undefined;
    });
    return opening;
  }

  return {
    async use(work) {
      try {
        return await work(await (connection ?? connect()));
      } catch (error) {
        if (!isClosedConnection(error)) throw libraryError(error);
      }
      try {
        return await work(await connect());
      } catch (error) {
        throw libraryError(error);
      }
    },
    async close() {
      const open = connection;
      connection = undefined;
      if (open) (await open).close();
    },
  };
}

function open(
  {
    name = 'jianbao',
    version: wanted = MIGRATIONS.length,
    blockedLimit = BLOCKED_LIMIT,
    silenceLimit = SILENCE_LIMIT,
  }: LibraryOptions,
  forget: () => void,
) {
  return new Promise<LibraryDatabase>((resolve, reject) => {
    let givenUp = false;
    const giveUp = (why: string): void => {
      givenUp = true;
      reject(new ClipError('library-blocked', why));
    };
    // Behind another page's upgrade that is held up, the browser says nothing at all.
    let timer = setTimeout(giveUp, silenceLimit, 'the browser gives no answer');
    const opening = openDB(name, wanted === 'as-it-lies' ? undefined : wanted, {
      async upgrade(database, from, _to, transaction) {
        clearTimeout(timer);
        for (const migrate of MIGRATIONS.slice(from, wanted === 'as-it-lies' ? undefined : wanted))
          await migrate(database, transaction);
      },
      blocked(version) {
        clearTimeout(timer);
        timer = setTimeout(giveUp, blockedLimit, `another tab holds version ${version}`);
      },
      blocking() {
        forget();
        opening.then((database) => database.close(), forget);
      },
      terminated: forget,
    });
    opening.then(
      (database) => {
        clearTimeout(timer);
        if (givenUp) database.close();
        resolve(withSchema(database));
      },
      (error: unknown) => {
        clearTimeout(timer);
        reject(libraryError(error));
      },
    );
  });
}

/** The migrations have brought the database to today's schema; before them it had another. */
function withSchema(database: IDBPDatabase): LibraryDatabase {
  return database as IDBPDatabase<LibrarySchema>;
}

/** What IndexedDB throws when a transaction is begun on a connection that is closing or closed. */
function isClosedConnection(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'InvalidStateError';
}

function libraryError(error: unknown): unknown {
  if (!(error instanceof DOMException)) return error;
  if (error.name === 'QuotaExceededError') return new ClipError('library-full', error.message);
  if (error.name === 'VersionError') return new ClipError('library-newer', error.message);
  return new ClipError('library-unavailable', `${error.name}: ${error.message}`);
}
