import { expect, test } from 'vitest';
import { hashOfView, START, viewOfHash } from '../../../src/ui/library/view.ts';

test('every view comes back from its address', () => {
  for (const view of [
    START,
    { ...START, q: '印太 "战略"&#=', filter: 'waiting' as const },
    { ...START, site: '联合早报', tag: 'a b', year: '2021', folder: 'folder:1', sort: 'title' as const, clip: 'id' },
  ]) {
    expect(viewOfHash(hashOfView(view))).toEqual(view);
  }
  expect(hashOfView(START)).toBe('');
});

test('an address that says nonsense shows the start', () => {
  expect(viewOfHash('#filter=attic&sort=1&q')).toEqual(START);
  expect(viewOfHash('#%E0%A4%A&&&==')).toEqual(START);
});
