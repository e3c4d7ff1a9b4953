import * as v from 'valibot';
import { beforeEach, expect, it, vi } from 'vitest';
import { answerMessages, answerTabs, checkedHandler } from '../../src/platform/messages.ts';

type Listener = (message: unknown, sender: object, respond: (value: unknown) => void) => unknown;

const listeners = vi.hoisted((): unknown[] => []);

vi.mock('../../src/platform/browser.ts', () => {
  const onMessage = { addListener: (listener: unknown) => listeners.push(listener) };
  return { browser: { runtime: { id: 'jianbao', getURL: () => 'chrome-extension://jianbao/', onMessage } } };
});

const OWN_PAGE = { id: 'jianbao', url: 'chrome-extension://jianbao/ui/popup/index.html' };
const TAB = { id: 'jianbao', url: 'https://news.example/', tab: { id: 7 }, frameId: 0 };

beforeEach(() => {
  listeners.length = 0;
});

/** What the one listener returns for a message, and a promise of what it answers. */
function send(message: unknown, sender: object) {
  const [listener] = listeners as Listener[];
  let respond = (_value: unknown): void => {};
  const answer = new Promise((resolve) => {
    respond = resolve;
  });
  return { isKept: listener?.(message, sender, respond), answer };
}

const double = checkedHandler(v.strictTuple([v.number()]), async (value) => value * 2);

it('answers a page of the extension later, and says at once that it will', async () => {
  answerMessages({ double });
  const { isKept, answer } = send({ name: 'double', args: [4] }, OWN_PAGE);
  expect(isKept).toBe(true);
  expect(await answer).toEqual({ ok: true, value: 8 });
});

it('answers what a handler throws', async () => {
  const fail = checkedHandler(v.strictTuple([]), async () => Promise.reject(new Error('no disk')));
  answerMessages({ fail });
  const { answer } = send({ name: 'fail', args: [] }, OWN_PAGE);
  expect(await answer).toEqual({ ok: false, failure: { code: 'unexpected', detail: 'no disk' } });
});

it.each([
  ['a page of the web', { name: 'double', args: [4] }, TAB],
  ['another extension', { name: 'double', args: [4] }, { ...OWN_PAGE, id: 'other' }],
  ['a request that nobody knows', { name: 'toString', args: [] }, OWN_PAGE],
  ['arguments of another kind', { name: 'double', args: ['4'] }, OWN_PAGE],
  ['what is no request', 'double', OWN_PAGE],
])('leaves to others: %s', (_what, message, sender) => {
  answerMessages({ double });
  expect(send(message, sender).isKept).toBeUndefined();
});

it('tells a handler which tab asks', async () => {
  answerTabs({ where: async (tab) => tab });
  const { isKept, answer } = send({ name: 'where', args: [] }, TAB);
  expect(isKept).toBe(true);
  expect(await answer).toEqual({ id: 7, url: 'https://news.example/' });
  expect(send({ name: 'where', args: [] }, { ...TAB, frameId: 1 }).isKept).toBeUndefined();
});
