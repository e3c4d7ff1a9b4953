import { expect, it } from 'vitest';
import { madeOnce } from '../../../src/core/model/made-once.ts';

it('makes a value when it is wanted, and once, whatever it is', () => {
  let made = 0;
  const value = madeOnce(() => {
    made++;
    return undefined;
  });
  expect(made).toBe(0);
  expect([value(), value()]).toEqual([undefined, undefined]);
  expect(made).toBe(1);
});
