import { eastAsianModule } from '../../core/modules/east-asian-module.ts';
import { registerModule } from '../../core/modules/registered-modules.ts';

registerModule(globalThis, { 'east-asian': eastAsianModule });
