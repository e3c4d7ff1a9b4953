/** Does what it is given when all that it was given before is done, also where that failed. */
export type InTurn = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** Returns a queue of its own. */
export function createInTurn(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    // The next turn comes after an error too; who asked for this one hears of it.
    last = Promise.allSettled([turn]);
    return turn;
  };
}
