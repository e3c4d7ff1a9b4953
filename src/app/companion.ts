import { createCompanion } from '../delivery/targets/companion/companion.ts';
import { COMPANION_NAME } from '../delivery/targets/companion/protocol.ts';
import { startNative } from '../platform/companion.ts';

/** The connection of this page or worker to the companion; opened at the first use. */
export const companion = createCompanion(() => startNative(COMPANION_NAME));
