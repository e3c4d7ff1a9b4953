import { type Failure, toFailure } from '../core/model/failure.ts';
import type { Preset } from '../core/model/preset.ts';
import { DEFAULT_PRESET } from '../core/post/presets/presets.ts';
import { createHostPace } from '../jobs/host-pace.ts';
import { JOBS_LOCK } from '../jobs/jobs-lock.ts';
import { runJobs } from '../jobs/run-jobs.ts';
import type { Job, JobItem } from '../library/model/job.ts';
import { openChanges } from '../library/store/changes.ts';
import type { Library } from '../library/store/database.ts';
import { loadPinyin } from '../platform/load-pinyin.ts';
import { closeLeftTabs } from '../platform/opened-tabs.ts';
import { lookAfterOutbox } from '../platform/outbox-alarm.ts';
import { hasSite } from '../platform/permissions.ts';
import { loadPresets } from '../settings/presets.ts';
import { askBackground } from './ask-background.ts';
import { clipFetchedPage, type ParsePage } from './clip-fetched-page.ts';
import { clipInTab } from './clip-in-tab.ts';
import { createItemClipper } from './run-job.ts';

/** Between two pages of one site, in milliseconds. */
const PAUSE_MS = 1_000;

/** `elsewhere`: another page of the extension does the work · `here` · a failure: nobody does. */
export type RunnerState = 'elsewhere' | 'here' | Failure;

interface RunnerDeps {
  readonly library: Library;
  readonly parse: ParsePage;
  onState(state: RunnerState): void;
  /** Ends the work: pages under way are let go, and the next page of the extension may take over. */
  readonly signal: AbortSignal;
}

/**
 * Runs all batches as long as the calling page is open. Where several pages are, one of them does, and another takes over
 * when it is closed.
 *
 * @throws {DOMException} `AbortError` where `signal` ends the wait for another page.
 */
export async function startJobRunner({ library, parse, onState, signal }: RunnerDeps): Promise<void> {
  const changes = openChanges();
  const deliver = createDeliverer();
  const clip = createItemClipper({
    library,
    changes,
    deliver,
    presetOf,
    loadPinyin,
    readPage: ({ way }: Job, { url, tabId }: JobItem, signal) =>
      way === 'tabs' ? clipInTab(url, tabId, signal) : clipFetchedPage(url, parse, signal),
  });
  const deps = {
    library,
    holder: crypto.randomUUID(),
    pace: createHostPace(PAUSE_MS),
    now: Date.now,
    isOnline: () => navigator.onLine,
    mayRead: hasSite,
    clip,
    sleep: (milliseconds: number, signal: AbortSignal) => sleepUntilChange(milliseconds, signal, changes.listen),
    announce: (jobId: string) => changes.announce({ kind: 'jobs', ids: [jobId] }),
  };
  onState('elsewhere');
  await navigator.locks.request(JOBS_LOCK, { signal }, async () => {
    onState('here');
    try {
      await closeLeftTabs();
      await runJobs(deps, signal);
    } catch (error) {
      console.error('The batches stopped.', error);
      onState(toFailure(error));
    }
  });
}

async function presetOf(id: string): Promise<Preset> {
  const { presets } = await loadPresets();
  return presets.find((preset) => preset.id === id) ?? DEFAULT_PRESET;
}

/** Resolves after a while, or earlier: when a batch is changed by another page or another part of this one, or the network is back. */
function sleepUntilChange(
  milliseconds: number,
  signal: AbortSignal,
  listen: ReturnType<typeof openChanges>['listen'],
): Promise<void> {
  return new Promise((resolve) => {
    const wake = (): void => {
      clearTimeout(timer);
      stop();
      signal.removeEventListener('abort', wake);
      globalThis.removeEventListener('online', wake);
      resolve();
    };
    const timer = setTimeout(wake, milliseconds);
    const stop = listen(({ kind }) => {
      if (kind === 'jobs') wake();
    });
    signal.addEventListener('abort', wake);
    globalThis.addEventListener('online', wake);
  });
}

/** Asks the background to deliver what was saved; while it is at it, once for all that was saved meanwhile. */
function createDeliverer(): () => void {
  let asked: Promise<void> | undefined;
  let isAskedAgain = false;
  const ask = async (): Promise<void> => {
    do {
      isAskedAgain = false;
      lookAfterOutbox(Date.now());
      await askBackground('drain', false);
    } while (isAskedAgain);
  };
  return () => {
    if (asked) isAskedAgain = true;
    // The alarm that was set wakes the background where it does not answer.
    else
      asked = ask()
        .catch((error: unknown) => console.warn('The background does not answer.', error))
        .finally(() => {
          asked = undefined;
        });
  };
}
