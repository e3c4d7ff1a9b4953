import type { Locks } from '../../src/delivery/drain-once.ts';

/** Web Locks of one name space: one holder at a time, in order of asking. */
export function fakeLocks(): Locks {
  const tails = new Map<string, Promise<unknown>>();
  return {
    request<T>(name: string, work: () => Promise<T>): Promise<T> {
      const turn = (tails.get(name) ?? Promise.resolve()).then(work, work);
      tails.set(name, turn);
      return turn;
    },
  };
}
