/**
 * Maps items with so many under way at a time, and yields what came of each in the order of the items. Reads at most a
 * few items ahead of what was yielded, so that a slow one does not let the others pile up.
 *
 * @param work never rejects: what failed is a result too.
 */
export async function* mapInOrder<Item, Result>(
  items: Iterable<Item> | AsyncIterable<Item>,
  jobs: number,
  work: (item: Item, index: number) => Promise<Result>,
): AsyncGenerator<Result> {
  const ahead: Promise<Result>[] = [];
  const underWay = new Set<Promise<unknown>>();
  let index = 0;
  for await (const item of items) {
    while (underWay.size >= jobs) await Promise.race(underWay);
    const result = work(item, index++);
    const settled = result.finally(() => underWay.delete(settled));
    underWay.add(settled);
    ahead.push(result);
    while (ahead.length > jobs * AHEAD) yield await shifted(ahead);
  }
  while (ahead.length > 0) yield await shifted(ahead);
}

/** Items per job that may be done and wait for an earlier one. */
const AHEAD = 4;

function shifted<Result>(results: Promise<Result>[]): Promise<Result> {
  const first = results.shift();
  if (!first) throw new Error('no result waits');
  return first;
}
