import { startNative } from '../platform/companion.ts';
import { createCompanion } from '../sync/companion/companion.ts';
import { COMPANION_NAME } from '../sync/companion/protocol.ts';

/** The background's line to the companion; opened at the first use. */
export const companion = createCompanion(() => startNative(COMPANION_NAME));
