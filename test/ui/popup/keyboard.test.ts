import { describe, expect, it } from 'vitest';
import { type FocusedOn, type KeyPress, shortcutFor } from '../../../src/ui/popup/keyboard.ts';

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
    expect(shortcutFor(press('Enter'), focused)).toBe(wish);
  });

  it('saves with Ctrl or ⌘ from the Markdown editor too', () => {
    expect(shortcutFor(press('Enter', { ctrlKey: true }), 'editor')).toBe('save');
    expect(shortcutFor(press('Enter', { metaKey: true }), 'editor')).toBe('save');
  });

  it('belongs to the input method while a word is being chosen', () => {
    expect(shortcutFor(press('Enter', { isComposing: true }), 'field')).toBeUndefined();
    expect(shortcutFor(press('Escape', { isComposing: true }), 'field')).toBeUndefined();
  });
});

it('Escape leaves a field first, then closes', () => {
  expect(shortcutFor(press('Escape'), 'field')).toBe('leave-field');
  expect(shortcutFor(press('Escape'), 'editor')).toBe('leave-field');
  expect(shortcutFor(press('Escape'), 'pressable')).toBe('close');
});

it('Alt with a digit goes to a band, whatever the layout makes of the digit', () => {
  const digit = (code: string) => shortcutFor(press('¡', { code, altKey: true }), 'field');
  expect([digit('Digit1'), digit('Digit2'), digit('Digit3'), digit('Digit4')]).toEqual([
    'head',
    'body',
    'foot',
    undefined,
  ]);
});
