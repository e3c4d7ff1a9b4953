import type { Modules } from '../model/modules.ts';
import { authorsModule } from './authors-module.ts';
import { codeModule } from './code-module.ts';
import { eastAsianModule } from './east-asian-module.ts';
import { europeanModule } from './european-module.ts';
import { mathsModule } from './maths-module.ts';
import { sitesModule } from './sites-module.ts';
import { structureModule } from './structure-module.ts';

/** Every module, for callers whose size does not matter. */
export const ALL_MODULES: Modules = {
  maths: mathsModule,
  code: codeModule,
  structure: structureModule,
  european: europeanModule,
  'east-asian': eastAsianModule,
  sites: sitesModule,
  authors: authorsModule,
};
