// @vitest-environment jsdom
import { signal } from '@preact/signals';
import { beforeEach, expect, it, vi } from 'vitest';
import { listenToKeys } from '../../../src/ui/popup/listen-to-keys.ts';

beforeEach(() => document.body.replaceChildren());

function listen() {
  const save = vi.fn(async () => undefined);
  const store = { save, close: vi.fn(), isOnline: signal(true) };
  listenToKeys(() => store);
  return save;
}

const enter = (repeat: boolean) => new KeyboardEvent('keydown', { key: 'Enter', cancelable: true, repeat });

it('saves once while Enter is held, also where that would press a focused button again', () => {
  const save = listen();
  document.dispatchEvent(enter(false));
  document.dispatchEvent(enter(true));
  document.dispatchEvent(enter(true));
  expect(save).toHaveBeenCalledTimes(1);
  document.body.innerHTML = '<button>Save</button><textarea class="editor"></textarea>';
  const isLeftToBrowser = (selector: string, repeat: boolean) => {
    document.querySelector<HTMLElement>(selector)?.focus();
    return document.dispatchEvent(enter(repeat));
  };
  expect([isLeftToBrowser('button', false), isLeftToBrowser('button', true)]).toEqual([true, false]);
  expect(isLeftToBrowser('textarea', true)).toBe(true);
});

it('saves at Enter, also at one that was pressed before the editor was there', () => {
  const save = vi.fn(async () => undefined);
  const store = { save, close: vi.fn(), isOnline: signal(true) };
  listenToKeys(() => store, [new KeyboardEvent('keydown', { key: 'Enter' })]);
  expect(save).toHaveBeenCalledTimes(1);
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
  expect(save).toHaveBeenCalledTimes(2);
});
