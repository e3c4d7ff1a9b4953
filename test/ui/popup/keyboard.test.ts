import { describe, expect, it } from 'vitest';
import { type FocusedOn, type KeyPress, wishOf } from '../../../src/ui/popup/keyboard.ts';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: key,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  isComposing: false,
  ...more,
});

describe('Enter', () => {
  it.each<[FocusedOn, string | undefined]>([
    ['field', 'save'],
    ['other', 'save'],
    ['editor', undefined],
    ['pressable', undefined],
  ])('on %s: %s', (focused, wish) => {
    expect(wishOf(press('Enter'), focused)).toBe(wish);
  });

  it('saves with Ctrl or ⌘ from the Markdown editor too', () => {
    expect(wishOf(press('Enter', { ctrlKey: true }), 'editor')).toBe('save');
    expect(wishOf(press('Enter', { metaKey: true }), 'editor')).toBe('save');
  });

  it('belongs to the input method while a word is being chosen', () => {
    expect(wishOf(press('Enter', { isComposing: true }), 'field')).toBeUndefined();
    expect(wishOf(press('Escape', { isComposing: true }), 'field')).toBeUndefined();
  });
});

it('Escape leaves a field first, then closes', () => {
  expect(wishOf(press('Escape'), 'field')).toBe('leave-field');
  expect(wishOf(press('Escape'), 'editor')).toBe('leave-field');
  expect(wishOf(press('Escape'), 'pressable')).toBe('close');
});

it('Alt with a digit goes to a band, whatever the layout makes of the digit', () => {
  const digit = (code: string) => wishOf(press('¡', { code, altKey: true }), 'field');
  expect([digit('Digit1'), digit('Digit2'), digit('Digit3'), digit('Digit4')]).toEqual([
    'head',
    'body',
    'foot',
    undefined,
  ]);
});
