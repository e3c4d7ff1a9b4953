import { askerOf } from '../../platform/messages.ts';
import type { BackgroundRequests } from '../../sync/background-requests.ts';

/** Asks the background; see `BackgroundRequests` for what. */
export const askBackground = askerOf<BackgroundRequests>();
