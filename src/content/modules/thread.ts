import { registerModule } from '../../core/modules/registered-modules.ts';
import { threadModule } from '../../core/modules/thread-module.ts';

registerModule(globalThis, { thread: threadModule });
