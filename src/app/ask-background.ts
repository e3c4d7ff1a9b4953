import { askerOf } from '../platform/messages.ts';
import type { BackgroundRequests } from './background-requests.ts';

/** Asks the background; see `BackgroundRequests` for what. */
export const askBackground = askerOf<BackgroundRequests>();
