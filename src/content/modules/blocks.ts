import { registerModule } from '../../core/modules/registered-modules.ts';
import { beginBlocks } from '../begin-blocks.ts';

registerModule(globalThis, { blocks: beginBlocks });
