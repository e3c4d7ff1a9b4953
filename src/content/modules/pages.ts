import { runPagesTask } from '../pages/run-pages-task.ts';

/** The build makes this the script's last expression, as it does of the content script's. */
export default runPagesTask();
