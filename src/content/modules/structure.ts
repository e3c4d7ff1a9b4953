import { registerModule } from '../../core/modules/registered-modules.ts';
import { structureModule } from '../../core/modules/structure-module.ts';

registerModule(globalThis, { structure: structureModule });
