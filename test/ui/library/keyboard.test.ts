import { expect, test } from 'vitest';
import { wishOf } from '../../../src/ui/library/keyboard.ts';

const press = (key: string, more = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  ...more,
});

test('keys are wishes, unless a text is being written', () => {
  expect(wishOf(press('j'), false)).toBe('next');
  expect(wishOf(press('j'), true)).toBeUndefined();
  expect(wishOf(press('Escape'), true)).toBe('leave');
  expect(wishOf(press('Escape', { isComposing: true }), true)).toBeUndefined();
});

test('the browser’s own keys stay the browser’s', () => {
  expect(wishOf(press('e', { ctrlKey: true }), false)).toBeUndefined();
  expect(wishOf(press('j', { altKey: true }), false)).toBeUndefined();
  expect(wishOf(press('z', { ctrlKey: true }), false)).toBe('undo');
  expect(wishOf(press('z', { metaKey: true }), true)).toBeUndefined();
});
