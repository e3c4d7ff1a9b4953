import { europeanModule } from '../../core/modules/european-module.ts';
import { registerModule } from '../../core/modules/registered-modules.ts';

registerModule(globalThis, { european: europeanModule });
