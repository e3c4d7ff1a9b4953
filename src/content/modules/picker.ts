import { runPicker } from '../picker/run-picker.ts';

/** The build makes this the script's last expression, as it does of the content script's. */
export default runPicker();
