import { ClipError } from '../core/model/failure.ts';
import type { NetworkDeps } from '../delivery/targets/target-kind.ts';
import { readSecret } from '../platform/secrets.ts';
import { readStored, writeStored } from '../platform/storage.ts';

const DEVICE = 'device';

/** The network as the extension has it: `fetch`, with host permission for the servers of the user's targets. */
export const network: NetworkDeps = {
  http: {
    fetch: (url, init) => fetch(url, init),
    now: Date.now,
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  },
  async readSecret(targetId) {
    const secret = await readSecret(targetId);
    if (secret === undefined) throw new ClipError('auth-expired', 'no secret on this device');
    return secret;
  },
  async deviceId() {
    const known = await readStored(DEVICE);
    if (typeof known === 'string') return known;
    const id = crypto.randomUUID();
    await writeStored(DEVICE, id);
    return id;
  },
};
