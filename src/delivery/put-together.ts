import type { Receipt } from '../library/model/delivery.ts';
import type { PostToPut, Target } from './target.ts';

/** Posts that are made ready at a time: until it is put, each holds its pictures in memory. */
const READIED_AT_A_TIME = 8;
/** When so many bytes wait to be put, no more posts are made ready before they are. */
const MOST_BYTES = 16 * 1024 * 1024;

interface WaitingPut {
  readonly post: PostToPut;
  readonly resolve: (receipts: Receipt[]) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Runs `work` on every item and lets the target have their puts in batches: a put waits until every other item has come
 * to its own put, or to its end. Each item's code is as if it were alone. Where the target has no batches, the items
 * take turns.
 *
 * @param work puts to the target that it is handed.
 * @returns the results in the items' order. Rejects with the first error that `work` throws, after all have ended.
 */
export function putTogether<Item, Result>(
  target: Target,
  items: readonly Item[],
  work: (target: Target, item: Item) => Promise<Result>,
): Promise<Result[]> {
  const { batch } = target;
  return batch && items.length > 1 ? inBatches(target, batch, items, work) : inTurn(target, items, work);
}

async function inTurn<Item, Result>(
  target: Target,
  items: readonly Item[],
  work: (target: Target, item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (const item of items) results.push(await work(target, item));
  return results;
}

function inBatches<Item, Result>(
  target: Target,
  batch: Required<Target>['batch'],
  items: readonly Item[],
  work: (target: Target, item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results = new Array<Result>(items.length);
  const failures: unknown[] = [];
  const rest = items.entries();
  let waiting: WaitingPut[] = [];
  let left = items.length;
  /** Items whose code runs: begun, not waiting with a put, not at their end. */
  let running = 0;

  return new Promise<Result[]>((resolveAll, rejectAll) => {
    const shared: Target = {
      ...target,
      put: (files, expect, signal) =>
        new Promise((resolve, reject) => {
          waiting.push({ post: { files, expect }, resolve, reject });
          running--;
          goOn(signal);
        }),
    };

    function goOn(signal: AbortSignal): void {
      while (running < READIED_AT_A_TIME && waiting.length < batch.limit && bytesOf(waiting) < MOST_BYTES) {
        const next = rest.next();
        if (next.done) break;
        running++;
        const [n, item] = next.value;
        work(shared, item)
          .then(
            (result) => {
              results[n] = result;
            },
            (error: unknown) => void failures.push(error),
          )
          .finally(() => end(signal));
      }
      if (running === 0 && waiting.length > 0) flush(signal);
    }

    function end(signal: AbortSignal): void {
      running--;
      left--;
      if (left > 0) goOn(signal);
      else if (failures.length > 0) rejectAll(failures[0]);
      else resolveAll(results);
    }

    function flush(signal: AbortSignal): void {
      const puts = waiting;
      waiting = [];
      running = puts.length;
      const settled = batch.put(
        puts.map(({ post }) => post),
        signal,
      );
      settled.then(
        (outcomes) => {
          for (const [n, { resolve, reject }] of puts.entries()) {
            const outcome = outcomes[n];
            if (outcome?.status === 'fulfilled') resolve(outcome.value);
            else reject(outcome?.reason);
          }
        },
        (error: unknown) => {
          for (const { reject } of puts) reject(error);
        },
      );
    }

    goOn(new AbortController().signal);
  });
}

function bytesOf(puts: readonly WaitingPut[]): number {
  return puts.flatMap(({ post }) => post.files).reduce((sum, { content }) => sum + content.length, 0);
}
