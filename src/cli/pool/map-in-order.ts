/**
 * Maps items with so many under way at a time, and yields the results in the order of the items, each as soon as it and
 * those before it are there: a program that writes a line and waits for its answer gets it. Reads at most a few items
 * ahead of what was yielded, so that a slow one does not let the others pile up.
 *
 * @param work never rejects: what failed is a result too.
 */
export async function* mapInOrder<Item, Result>(
  items: Iterable<Item> | AsyncIterable<Item>,
  jobs: number,
  work: (item: Item, index: number) => Promise<Result>,
): AsyncGenerator<Result> {
  const source = Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
  const ahead: { done?: { readonly result: Result } }[] = [];
  const underWay = new Set<Promise<void>>();
  let index = 0;
  let isOver = false;
  let reading: Promise<void> | undefined;
  let failure: { readonly error: unknown } | undefined;

  const start = (item: Item): void => {
    const place: (typeof ahead)[number] = {};
    ahead.push(place);
    const working = work(item, index++).then((result) => {
      place.done = { result };
      underWay.delete(working);
    });
    underWay.add(working);
  };
  // Keeps what it throws: nobody awaits it while a result is being taken.
  const readNext = async (): Promise<void> => {
    try {
      const next = await source.next();
      if (next.done) isOver = true;
      else start(next.value);
    } catch (error) {
      isOver = true;
      failure = { error };
    }
    reading = undefined;
  };

  try {
    while (!isOver || ahead.length > 0) {
      if (!isOver && !reading && underWay.size < jobs && ahead.length <= jobs * AHEAD) reading = readNext();
      for (let first = ahead[0]?.done; first; first = ahead[0]?.done) {
        ahead.shift();
        yield first.result;
      }
      if (failure) throw failure.error;
      if (reading || underWay.size > 0) await Promise.race([...underWay, ...(reading ? [reading] : [])]);
    }
    if (failure) throw failure.error;
  } finally {
    // Not awaited: a generator that waits for input ends only with it.
    if (!isOver) void source.return?.();
  }
}

/** Items per job that may be done and wait for an earlier one. */
const AHEAD = 4;
