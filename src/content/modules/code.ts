import { codeModule } from '../../core/modules/code-module.ts';
import { registerModule } from '../../core/modules/registered-modules.ts';

registerModule(globalThis, { code: codeModule });
