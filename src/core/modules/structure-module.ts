import { accordions } from '../extract/prepare/accordions.ts';
import { readThread } from '../extract/thread/read-thread.ts';
import type { Modules } from '../model/modules.ts';

export const structureModule: Modules['structure'] = { readThread, openAccordions: accordions };
