import { mathsModule } from '../../core/modules/maths-module.ts';
import { registerModule } from '../../core/modules/registered-modules.ts';

registerModule(globalThis, { maths: mathsModule });
