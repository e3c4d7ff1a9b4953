import { toFailure } from '../core/model/failure.ts';
import { claimItem, recordOutcome, releaseItems, requeueItem } from '../library/commands/job-items.ts';
import { setJobState } from '../library/commands/jobs.ts';
import type { Job, JobItem, JobWay, Outcome } from '../library/model/job.ts';
import { type WaitingItem, waitingItems } from '../library/queries/jobs.ts';
import type { Library } from '../library/store/database.ts';
import { type HostPace, hostOf } from './host-pace.ts';
import { waitForNextTry } from './item-policy.ts';

/** All that running jobs needs from the world. */
export interface JobDeps {
  readonly library: Library;
  /** Names this runner in its leases. */
  readonly holder: string;
  readonly pace: HostPace;
  now(): number;
  isOnline(): boolean;
  /** Whether the user lets the site of an address be read. */
  mayRead(url: string): Promise<boolean>;
  /** Clips one page and says what came of it. What it throws is a refusal. */
  clip(job: Job, item: JobItem, signal: AbortSignal): Promise<Clipped>;
  /** Resolves after a while; earlier with `signal`, or when something changed: a job was resumed, the network is back. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
  /** Tells the pages that show jobs. */
  announce(jobId: string): void;
}

export interface Clipped {
  readonly outcome: Outcome;
  /** Whether the site was asked for the page. */
  readonly isAsked: boolean;
  /** When the site allows the next page, in Unix milliseconds, where it said so. */
  readonly retryAt?: number;
}

/** How many pages are read at once. A tab costs more than a request. */
const SLOTS: Readonly<Record<JobWay, number>> = { fetched: 4, tabs: 3 };

/** Waiting items of a job that are looked through for one whose host is free. */
const LOOK_AHEAD = 200;

/** Longer than the slowest page takes. A lease matters where no lock says that its holder is dead. */
const LEASE_MS = 5 * 60_000;

const IDLE_MS = 60_000;
const OFFLINE_MS = 10_000;

interface ActiveItem {
  readonly way: JobWay;
  /** Never rejects. */
  readonly done: Promise<void>;
}

/**
 * Works through all running jobs, and sleeps while nothing is due. Ends with `signal`, once the pages under way are let
 * go. The caller makes sure that one runner runs at a time (a Web Lock).
 *
 * @throws {ClipError} `library-blocked`, `library-newer` … where the queue cannot be read.
 */
export async function runJobs(deps: JobDeps, signal: AbortSignal): Promise<void> {
  // The lock is in hand: who holds an item is dead.
  await releaseItems(deps.library, () => true);
  const active = new Set<ActiveItem>();
  while (!signal.aborted) {
    const next = nextDue(await waitingItems(deps.library, LOOK_AHEAD), active, deps);
    if (typeof next === 'number') await rest(deps, active, next, signal);
    else if (await deps.mayRead(next.item.url)) await begin(deps, active, next, signal);
    else await holdUp(deps, next);
  }
  await Promise.all([...active].map(({ done }) => done));
}

/** The first item that can be begun now, or the milliseconds until one may be. */
function nextDue(
  waiting: readonly WaitingItem[],
  active: ReadonlySet<ActiveItem>,
  { now, pace, isOnline }: JobDeps,
): WaitingItem | number {
  if (!isOnline()) return OFFLINE_MS;
  let soonest = now() + IDLE_MS;
  for (const { job, item } of waiting) {
    if ([...active].filter(({ way }) => way === job.way).length >= SLOTS[job.way]) continue;
    const at = Math.max(item.notBefore, pace.freeAt(hostOf(item.url)));
    if (at <= now()) return { job, item };
    soonest = Math.min(soonest, at);
  }
  return soonest - now();
}

/** Waits for a page to end, for the next to be due, or for a change. */
async function rest(deps: JobDeps, active: ReadonlySet<ActiveItem>, wait: number, signal: AbortSignal): Promise<void> {
  const { library, now } = deps;
  const over = new AbortController();
  const sleeping = deps.sleep(wait, AbortSignal.any([signal, over.signal]));
  await Promise.race([sleeping, ...[...active].map(({ done }) => done)]);
  over.abort();
  await releaseItems(library, (lease) => lease === undefined || lease.until < now());
}

/** The user has taken a site back: the batch waits for it, as a whole, and refuses nothing. */
async function holdUp({ library, announce }: JobDeps, { job }: WaitingItem): Promise<void> {
  await setJobState(library, job.id, 'not-allowed');
  announce(job.id);
}

async function begin(
  deps: JobDeps,
  active: Set<ActiveItem>,
  { job, item }: WaitingItem,
  signal: AbortSignal,
): Promise<void> {
  const claimed = await claimItem(deps.library, item.id, { holder: deps.holder, until: deps.now() + LEASE_MS });
  if (!claimed) return;
  deps.pace.begin(hostOf(item.url));
  deps.announce(job.id);
  const done = work(deps, job, claimed, signal)
    // The library cannot be written to: the item is taken up again when its lease is over.
    .catch((error: unknown) => console.error('The outcome of a page could not be kept.', item.url, error))
    .then(() => {
      active.delete(entry);
      deps.announce(job.id);
    });
  const entry: ActiveItem = { way: job.way, done };
  active.add(entry);
}

/** Clips a claimed item's page and writes down what came of it. */
async function work(deps: JobDeps, job: Job, item: JobItem, signal: AbortSignal): Promise<void> {
  const clipped = await clipOrRefuse(deps, job, item, signal);
  const host = hostOf(item.url);
  if (!clipped) {
    deps.pace.release(host);
    await requeueItem(deps.library, item, { notBefore: 0, counts: false });
    return;
  }
  const { outcome, isAsked, retryAt } = clipped;
  if (isAsked) deps.pace.end(host, deps.now(), retryAt);
  else deps.pace.release(host);
  const failure = outcome.state === 'refused' ? outcome.failure : undefined;
  const wait = failure && waitForNextTry(failure, item.attempts);
  if (failure && wait !== undefined) {
    const notBefore = Math.max(deps.now() + wait, retryAt ?? 0);
    await requeueItem(deps.library, item, { failure, notBefore, counts: true });
  } else await recordOutcome(deps.library, item, outcome, deps.now());
}

/** Nothing where the attempt does not count: the runner is to end, or the network is away. */
async function clipOrRefuse(deps: JobDeps, job: Job, item: JobItem, signal: AbortSignal): Promise<Clipped | undefined> {
  try {
    const clipped = await deps.clip(job, item, signal);
    const { outcome } = clipped;
    if (outcome.state !== 'refused') return clipped;
    const isAway = outcome.failure.reason === 'unreachable' && !deps.isOnline();
    return signal.aborted || isAway ? undefined : clipped;
  } catch (error) {
    if (signal.aborted) return undefined;
    const { code, detail } = toFailure(error);
    return { outcome: { state: 'refused', failure: { reason: code, detail } }, isAsked: true };
  }
}
