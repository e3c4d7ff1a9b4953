import { beforeEach, expect, it } from 'vitest';
import { tellAsker } from '../../src/content/tell-asker.ts';

const told: unknown[] = [];
let hangUp: () => void = () => {};
let connections = 0;
let isEnded = false;

const runtime = {
  connect() {
    connections += 1;
    return {
      onDisconnect: {
        addListener: (listener: () => void) => {
          hangUp = listener;
        },
      },
      postMessage: (message: unknown) => void told.push(message),
      disconnect: () => {
        isEnded = true;
      },
    };
  },
};

beforeEach(() => {
  told.length = 0;
  connections = 0;
  isEnded = false;
});

it('keeps to itself what is done soon', () => {
  const asker = tellAsker(() => runtime);
  expect(asker.goesOn(500, 0.5)).toBe(true);
  asker.end();
  expect(connections).toBe(0);
});

it('tells what takes long how far it is, each hundredth once', () => {
  const asker = tellAsker(() => runtime);
  for (const share of [0.2, 0.201, 0.3, 0.3]) expect(asker.goesOn(2_000, share)).toBe(true);
  expect(told).toEqual([0.2, 0.3]);
  expect(connections).toBe(1);
  asker.end();
  expect(isEnded).toBe(true);
});

it('stops when the asker goes away', () => {
  const asker = tellAsker(() => runtime);
  asker.goesOn(2_000, 0.2);
  hangUp();
  expect(asker.goesOn(2_100, 0.3)).toBe(false);
  expect(told).toEqual([0.2]);
});

it('goes on in a world without the extension', () => {
  expect(tellAsker(() => undefined).goesOn(9_000, 0.2)).toBe(true);
});

it('does not look for the API of the browser before it needs it', () => {
  let looks = 0;
  const asker = tellAsker(() => {
    looks += 1;
    return runtime;
  });
  asker.goesOn(500, 0.5);
  asker.end();
  expect(looks).toBe(0);
});
