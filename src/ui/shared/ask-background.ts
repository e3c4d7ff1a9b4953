import type { BackgroundRequests } from '../../delivery/background-requests.ts';
import { askerOf } from '../../platform/messages.ts';

/** Asks the background; see `BackgroundRequests` for what. */
export const askBackground = askerOf<BackgroundRequests>();
