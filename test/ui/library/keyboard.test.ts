import { expect, test } from 'vitest';
import { shortcutFor } from '../../../src/ui/library/keyboard.ts';

const press = (key: string, more = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  ...more,
});

test('keys are wishes, unless a text is being written', () => {
  expect(shortcutFor(press('j'), false)).toBe('next');
  expect(shortcutFor(press('j'), true)).toBeUndefined();
  expect(shortcutFor(press('Escape'), true)).toBe('leave');
  expect(shortcutFor(press('Escape', { isComposing: true }), true)).toBeUndefined();
});

test('the browser’s own keys stay the browser’s', () => {
  expect(shortcutFor(press('e', { ctrlKey: true }), false)).toBeUndefined();
  expect(shortcutFor(press('j', { altKey: true }), false)).toBeUndefined();
  expect(shortcutFor(press('z', { ctrlKey: true }), false)).toBe('undo');
  expect(shortcutFor(press('z', { metaKey: true }), true)).toBeUndefined();
});
