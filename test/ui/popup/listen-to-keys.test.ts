// @vitest-environment jsdom
import { signal } from '@preact/signals';
import { expect, it, vi } from 'vitest';
import { listenToKeys } from '../../../src/ui/popup/listen-to-keys.ts';
import type { PopupStore } from '../../../src/ui/popup/store.ts';

it('saves at Enter, also at one that was pressed before the editor was there', () => {
  const save = vi.fn(async () => undefined);
  // What keys ask for, and no more, of the editor's hundred functions.
  const store = { save, isOnline: signal(true) } as unknown as PopupStore;
  listenToKeys(() => store, [new KeyboardEvent('keydown', { key: 'Enter' })]);
  expect(save).toHaveBeenCalledTimes(1);
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
  expect(save).toHaveBeenCalledTimes(2);
});
