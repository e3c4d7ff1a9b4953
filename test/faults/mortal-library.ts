import type { Library } from '../../src/library/store/database.ts';
import { type Life, mortal } from '../fakes/life.ts';

/**
 * A library in the hands of a process that may be killed at any request: before it, after it, and between its last
 * request and the answer. What a killed process had not committed is undone, as browsers do.
 */
export function mortalLibrary(library: Library, life: Life): Library {
  return {
    use: (work) => life.step(() => library.use((database) => work(mortalDatabase(database, life)))),
    close: () => library.close(),
  };
}

function mortalDatabase<T extends object>(database: T, life: Life): T {
  const steps = mortal(database, life);
  return new Proxy(database, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (name !== 'transaction' || typeof value !== 'function') return Reflect.get(steps, name);
      return (...args: unknown[]) => {
        const transaction: object = Reflect.apply(value, target, args);
        life.onKill(() => abort(transaction));
        return mortalTransaction(transaction, life);
      };
    },
  });
}

function mortalTransaction(transaction: object, life: Life): object {
  return new Proxy(transaction, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      if (name === 'objectStore') return (...args: unknown[]) => mortalStore(Reflect.apply(value, target, args), life);
      return value.bind(target);
    },
  });
}

/** A store or an index: its requests are steps, except the reading by a cursor, which is one with what it is read for. */
function mortalStore(store: object, life: Life): object {
  const steps = mortal(store, life);
  return new Proxy(store, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      if (name === 'index') return (...args: unknown[]) => mortalStore(Reflect.apply(value, target, args), life);
      return name === 'iterate' ? value.bind(target) : Reflect.get(steps, name);
    },
  });
}

function abort(transaction: object): void {
  try {
    Reflect.apply(Reflect.get(transaction, 'abort'), transaction, []);
  } catch (error) {
    // It had been committed: then it is kept.
    if (!(error instanceof DOMException && error.name === 'InvalidStateError')) throw error;
  }
}
