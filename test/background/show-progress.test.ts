import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { showSaved } from '../../src/background/show-progress.ts';

/** The button of the one tab. */
const button = vi.hoisted(() => ({ text: '', title: '' }));

vi.mock('../../src/platform/browser.ts', () => ({
  browser: {
    action: {
      setBadgeText: async ({ text }: { text: string }) => void Object.assign(button, { text }),
      setBadgeBackgroundColor: async () => {},
      setTitle: async ({ title }: { title: string }) => void Object.assign(button, { title }),
      getTitle: async () => button.title,
    },
    i18n: { getMessage: (key: string) => key, getUILanguage: () => 'en' },
  },
}));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('says “saved” as long for a story that is saved again as for the first time', async () => {
  await showSaved(1, 'ferry.md');
  await vi.advanceTimersByTimeAsync(3_900);
  await showSaved(1, 'ferry.md');
  await vi.advanceTimersByTimeAsync(3_900);
  expect(button.text).toBe('✓');
  await vi.advanceTimersByTimeAsync(200);
  expect(button.text).toBe('');
});
