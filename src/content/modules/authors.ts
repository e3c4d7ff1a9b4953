import { authorsModule } from '../../core/modules/authors-module.ts';
import { registerModule } from '../../core/modules/registered-modules.ts';

registerModule(globalThis, { authors: authorsModule });
