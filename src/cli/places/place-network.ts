import { randomUUID } from 'node:crypto';
import type { NetworkDeps } from '../../delivery/targets/target-kind.ts';

/**
 * The network of one place. Every process is a device of its own: two that run at once on one machine must not take each
 * other's claims for theirs.
 */
export function placeNetwork(readSecret: () => Promise<string>): NetworkDeps {
  const device = randomUUID();
  return {
    http: {
      fetch: (url, init) => fetch(url, init),
      now: Date.now,
      wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    },
    readSecret,
    deviceId: async () => device,
  };
}
