import { checkFeeds, nextFeedCheck } from '../app/check-feeds.ts';
import { wakeForFeeds } from '../platform/feeds-alarm.ts';
import { hasSite } from '../platform/permissions.ts';
import { changes, library } from './library.ts';
import { resumeJobs } from './resume-jobs.ts';

/** Held while feeds are checked, so that no feed is read twice at a time. */
const LOCK = 'jianbao-feeds';

/**
 * Checks the followed feeds that are due, or those named, and has the batch page clip what was queued. Sets the alarm
 * for the next check; before the first request too, in case the worker is killed.
 */
export async function checkFollowedFeeds(named?: readonly string[]): Promise<void> {
  await navigator.locks.request(LOCK, async () => {
    const next = await nextFeedCheck(library);
    if (next !== undefined) wakeForFeeds(0, Date.now());
    const deps = {
      library,
      changes,
      now: Date.now,
      isOnline: () => navigator.onLine,
      mayRead: hasSite,
      newId: () => crypto.randomUUID(),
    };
    const isQueued = (next !== undefined || named !== undefined) && (await checkFeeds(deps, named));
    wakeForFeeds(await nextFeedCheck(library), Date.now());
    if (isQueued) await resumeJobs();
  });
}
