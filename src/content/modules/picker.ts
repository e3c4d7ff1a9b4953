import { registerModule } from '../../core/modules/registered-modules.ts';
import { beginBlocks } from '../begin-blocks.ts';
import { runPicker } from '../picker/run-picker.ts';

// The next clip has to know of the pick.
registerModule(globalThis, { blocks: beginBlocks });

/** The build makes this the script's last expression, as it does of the content script's. */
export default runPicker();
