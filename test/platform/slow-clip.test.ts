import { beforeEach, expect, it } from 'vitest';
import { type ClipPort, listenToSlowClip } from '../../src/platform/slow-clip.ts';

const listeners = new Set<(port: ClipPort) => void>();
const onConnect = {
  addListener: (listener: (port: ClipPort) => void) => void listeners.add(listener),
  removeListener: (listener: (port: ClipPort) => void) => void listeners.delete(listener),
};
const TAB = Promise.resolve({ id: 7 });
const api = { runtime: { onConnect } };

beforeEach(() => listeners.clear());

/** A page that connects, as seen from the extension. */
async function connectFrom(tabId: number) {
  const heard = new Set<(message: unknown) => void>();
  const page = {
    isConnected: true,
    tell(message: unknown): void {
      for (const hear of heard) hear(message);
    },
  };
  const port: ClipPort = {
    sender: { tab: { id: tabId } },
    onMessage: { addListener: (hear: (message: unknown) => void) => void heard.add(hear) },
    disconnect: () => {
      page.isConnected = false;
    },
  };
  for (const listener of listeners) listener(port);
  await Promise.resolve();
  await Promise.resolve();
  return page;
}

it('hears how far the page of its tab is', async () => {
  const slow = listenToSlowClip(api, TAB);
  const page = await connectFrom(7);
  const shares: number[] = [];
  slow.follow((share) => void shares.push(share));
  page.tell(0.2);
  page.tell(0.4);
  expect(shares).toEqual([0.2, 0.4]);
});

it('hears and stops no page of another tab', async () => {
  const slow = listenToSlowClip(api, TAB);
  const other = await connectFrom(8);
  const shares: number[] = [];
  slow.follow((share) => void shares.push(share));
  other.tell(0.2);
  slow.stop();
  expect(shares).toEqual([]);
  expect(other.isConnected).toBe(true);
});

it('stops its page', async () => {
  const slow = listenToSlowClip(api, TAB);
  const page = await connectFrom(7);
  slow.stop();
  expect(page.isConnected).toBe(false);
});

it('listens no more once the clip is there', () => {
  listenToSlowClip(api, TAB).end();
  expect(listeners.size).toBe(0);
});
