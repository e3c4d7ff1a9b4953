/** The Web Lock held by the one page, of all that are open, that runs the batches. */
export const JOBS_LOCK = 'jianbao-jobs';
