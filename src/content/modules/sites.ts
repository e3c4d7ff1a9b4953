import { registerModule } from '../../core/modules/registered-modules.ts';
import { sitesModule } from '../../core/modules/sites-module.ts';

registerModule(globalThis, { sites: sitesModule });
