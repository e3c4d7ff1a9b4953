import { beforeEach, expect, it, vi } from 'vitest';
import { seePagesInTab } from '../../src/app/see-pages-in-tab.ts';

// The polyfill refuses to be loaded outside an extension.
const { executeScript } = vi.hoisted(() => ({ executeScript: vi.fn() }));
vi.mock('../../src/platform/browser.ts', () => ({ browser: { scripting: { executeScript } } }));

beforeEach(() => executeScript.mockReset());

const SEEN = {
  titles: ['Ferry'],
  current: 1,
  total: 2,
  others: [{ number: 2, url: 'https://news.example/ferry?page=2' }],
};

function answers(answer: unknown): void {
  executeScript.mockResolvedValue([{ result: answer }]);
}

it('names the other pages of a story', async () => {
  answers({ ok: true, seen: SEEN });
  expect(await seePagesInTab(7)).toEqual(SEEN);
});

it.each([
  ['a story of one page', { ok: true, seen: { ...SEEN, total: 1, others: [] } }],
  ['a refusal', { ok: false, failure: { code: 'unexpected', detail: '' } }],
  ['no address', { ok: true, seen: { ...SEEN, others: [{ number: 2, url: 'page 2' }] } }],
  ['no list', { ok: true, seen: { ...SEEN, others: { length: 0 } } }],
  ['nothing', undefined],
])('names none where the page answers %s', async (_, answer) => {
  answers(answer);
  expect(await seePagesInTab(7)).toBeUndefined();
});
