import { describe, expect, it } from 'vitest';
import { mapInOrder } from '../../../src/cli/pool/map-in-order.ts';

describe('mapInOrder', () => {
  it('yields a result without waiting for the next item', async () => {
    let answered = (): void => undefined;
    async function* asks(): AsyncGenerator<string> {
      yield 'first';
      await new Promise<void>((resolve) => {
        answered = resolve;
      });
      yield 'second';
    }
    const results: string[] = [];
    for await (const result of mapInOrder(asks(), 2, async (item) => item.toUpperCase())) {
      results.push(result);
      answered();
    }
    expect(results).toEqual(['FIRST', 'SECOND']);
  });

  it('keeps the order where a later item is ready first, with no more than the jobs under way', async () => {
    const open: (() => void)[] = [];
    let most = 0;
    let underWay = 0;
    const work = async (item: number): Promise<number> => {
      underWay += 1;
      most = Math.max(most, underWay);
      if (item === 0) await new Promise<void>((resolve) => open.push(resolve));
      else if (item === 4) open[0]?.();
      underWay -= 1;
      return item;
    };
    const results: number[] = [];
    for await (const result of mapInOrder([0, 1, 2, 3, 4, 5, 6], 2, work)) results.push(result);
    expect(results).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(most).toBe(2);
  });

  it('throws what its items throw', async () => {
    async function* broken(): AsyncGenerator<number> {
      yield 1;
      throw new Error('no more input');
    }
    const results: number[] = [];
    const read = async (): Promise<void> => {
      for await (const result of mapInOrder(broken(), 2, async (item) => item)) results.push(result);
    };
    await expect(read()).rejects.toThrow('no more input');
  });
});
