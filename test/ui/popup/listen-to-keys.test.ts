// @vitest-environment jsdom
import { signal } from '@preact/signals';
import { expect, it, vi } from 'vitest';
import { listenToKeys } from '../../../src/ui/popup/listen-to-keys.ts';

it('saves at Enter, also at one that was pressed before the editor was there', () => {
  const save = vi.fn(async () => undefined);
  const store = { save, close: vi.fn(), isOnline: signal(true) };
  listenToKeys(() => store, [new KeyboardEvent('keydown', { key: 'Enter' })]);
  expect(save).toHaveBeenCalledTimes(1);
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
  expect(save).toHaveBeenCalledTimes(2);
});
