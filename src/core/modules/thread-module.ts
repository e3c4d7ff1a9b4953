import { readThread } from '../extract/thread/read-thread.ts';
import type { Modules } from '../model/modules.ts';

export const threadModule: Modules['thread'] = { readThread };
