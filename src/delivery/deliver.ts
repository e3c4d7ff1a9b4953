import { ClipError, type FailureCode, toFailure } from '../core/model/failure.ts';
import type { Picture } from '../core/model/picture.ts';
import { postFiles } from '../core/post/post-files.ts';
import {
  type Claim,
  claimDelivery,
  recordDone,
  recordFailure,
  recordFound,
  reservePath,
} from '../library/commands/outbox.ts';
import type { Delivery, Receipt } from '../library/model/delivery.ts';
import { pendingDeliveries } from '../library/queries/deliveries.ts';
import type { Changes } from '../library/store/changes.ts';
import type { Library } from '../library/store/database.ts';
import { backOff, MOST_ATTEMPTS } from './back-off.ts';
import { type Consequence, consequenceOf } from './failure-policy.ts';
import { type FetchPicture, gatherPictures } from './gather-pictures.ts';
import { mapParallel } from './map-parallel.ts';
import { putTogether } from './put-together.ts';
import { type Naming, namesOf, putUnderFreeName } from './put-under-free-name.ts';
import { sameStoryAt } from './same-story-at.ts';
import { sha256 } from './sha-256.ts';
import type { InterruptedAttempt, OutFile, Target } from './target.ts';

/** How many targets are written to at a time. At one target posts go one after another, in the order of saving. */
const TARGETS_AT_A_TIME = 3;

/**
 * After so many rows in a row that the target itself refused, the others are not tried. One alone may be a file's own
 * fault (write-protected, too large for the deps that is left) and must not hold up all behind it.
 */
const BLOCKED_ROWS = 3;

/** When a blocked target is looked at again without being asked to, in milliseconds. */
const BLOCKED_WAIT = 15 * 60_000;

/**
 * When a target that could not be reached is looked at again, at the earliest: Chromium's worker has ended by then (after
 * 30 s without work), and the next one may be able to what this one was not.
 */
const UNREACHED_WAIT = 40_000;

/**
 * A long drain records its rows after so many: a killed worker then looks again at that many posts and no more, and the
 * pages show how far it is.
 */
const RECORDED_TOGETHER = 50;

/** What a drain needs of the world. */
export interface DeliveryDeps {
  readonly library: Library;
  readonly changes: Pick<Changes, 'announce'>;
  /** The target of that id, or nothing where it was removed. */
  readonly openTarget: (id: string) => Promise<Target | undefined>;
  /** Where it is left out, pictures stay links. */
  readonly fetchPicture?: FetchPicture;
  readonly now: () => number;
  readonly random: () => number;
}

export interface DrainResult {
  /** Unix milliseconds of the next attempt that is due; absent when nothing waits for a time. */
  readonly wakeAt?: number;
}

/**
 * Brings every waiting clip to its target, as far as that goes now.
 *
 * All state is in the outbox rows, and each step is written down before the next is taken, so it may be killed at
 * any line: the next drain finds a row `sending`, with the path it was writing, and goes on from there. Only one
 * drain may run at a time; `drain-once.ts` sees to that.
 *
 * @param urgent also tries rows that are backing off or blocked: the user pressed something, or the network is back.
 */
export async function drain(deps: DeliveryDeps, urgent: boolean, signal: AbortSignal): Promise<DrainResult> {
  const tried = new Set<string>();
  for (;;) {
    const due = dueRows(await pendingDeliveries(deps.library), deps.now(), urgent, tried);
    if (due.length === 0 || signal.aborted) break;
    for (const row of due) tried.add(attemptKey(row));
    await mapParallel(byTarget(due), TARGETS_AT_A_TIME, ([id, rows]) => drainTarget(deps, id, rows, signal));
  }
  const waiting = (await pendingDeliveries(deps.library)).filter((row) => row.state !== 'failed' && !waitsForUser(row));
  return waiting.length === 0 ? {} : { wakeAt: Math.min(...waiting.map((row) => row.nextAttemptAt)) };
}

/** One attempt for each version in one drain: a clip saved again while it runs is a new one. */
function attemptKey({ clipId, targetId, version }: Delivery): string {
  return `${targetId}\n${clipId}\n${version}`;
}

/** Rows to try now. A target that is looked at for one clip gets what waits for it as well. */
function dueRows(pending: readonly Delivery[], now: number, urgent: boolean, tried: ReadonlySet<string>): Delivery[] {
  const due = new Set(pending.filter((row) => isDue(row, now, urgent, tried)));
  const looked = new Set([...due].map(({ targetId }) => targetId));
  const isReleased = (row: Delivery): boolean =>
    looked.has(row.targetId) && row.failure?.code === 'offline' && isDue(row, now, true, tried);
  return pending.filter((row) => due.has(row) || isReleased(row));
}

function isDue(row: Delivery, now: number, urgent: boolean, tried: ReadonlySet<string>): boolean {
  if (tried.has(attemptKey(row)) || row.state === 'failed' || row.state === 'done') return false;
  if (needsChoice(row)) return false;
  return urgent || row.state === 'sending' || row.nextAttemptAt <= now;
}

function needsChoice({ state, failure }: Delivery): boolean {
  return state === 'blocked' && failure !== undefined && consequenceOf(failure.code) === 'choice';
}

/** No time brings such a row on. A paused place is looked at again when it is resumed. */
function waitsForUser(row: Delivery): boolean {
  return needsChoice(row) || (row.state === 'blocked' && row.failure?.code === 'place-paused');
}

function byTarget(rows: readonly Delivery[]): [targetId: string, rows: Delivery[]][] {
  const groups = new Map<string, Delivery[]>();
  for (const row of rows) groups.set(row.targetId, [...(groups.get(row.targetId) ?? []), row]);
  return [...groups];
}

async function drainTarget(deps: DeliveryDeps, targetId: string, rows: readonly Delivery[], signal: AbortSignal) {
  try {
    await drainRows(deps, await openChecked(deps, targetId, signal), rows, signal);
  } catch (error) {
    await blockRows(deps, rows, error);
  } finally {
    deps.changes.announce({ kind: 'deliveries', ids: rows.map((row) => row.clipId) });
  }
}

async function drainRows(deps: DeliveryDeps, target: Target, rows: readonly Delivery[], signal: AbortSignal) {
  const puts: Put[] = [];
  const groupSize = target.batch?.limit ?? 1;
  let blockedInARow = 0;
  try {
    for (let at = 0; at < rows.length; at += groupSize) {
      if (signal.aborted) return;
      const group = rows.slice(at, at + groupSize);
      const attempts = await putTogether(target, group, (shared, row) => deliverRow(deps, shared, row, signal));
      for (const { put, refusal } of attempts) {
        if (put) puts.push(put);
        blockedInARow = refusal ? blockedInARow + 1 : 0;
      }
      if (puts.length >= RECORDED_TOGETHER) await recordPuts(deps, target, puts.splice(0));
      const refusal = attempts.at(-1)?.refusal;
      const reason = isForAll(refusal, blockedInARow) ? refusal : refusal && (await reasonNow(target, signal));
      if (reason) return await blockRows(deps, rows.slice(at + groupSize), reason);
    }
  } finally {
    await recordPuts(deps, target, puts);
  }
}

/** A server that names a time to retry means every request. */
function isForAll(refusal: unknown, blockedInARow: number): boolean {
  return blockedInARow >= BLOCKED_ROWS || (refusal !== undefined && toFailure(refusal).retryAt !== undefined);
}

async function openChecked(deps: DeliveryDeps, targetId: string, signal: AbortSignal): Promise<Target> {
  const target = await deps.openTarget(targetId);
  if (!target) throw new ClipError('target-unknown', targetId);
  await target.check(signal);
  return target;
}

/** Why the target cannot be written to at all, looked at once more after it refused a file. */
function reasonNow(target: Target, signal: AbortSignal): Promise<unknown> {
  return target.check(signal).catch((error: unknown) => error);
}

/** Every row says why it waits; the attempts of none are used up. */
async function blockRows(deps: DeliveryDeps, rows: readonly Delivery[], error: unknown): Promise<void> {
  const failure = toFailure(error);
  const isUnreached = failure.code === 'offline' || consequenceOf(failure.code) === 'again';
  const now = deps.now();
  for (const row of rows) {
    const nextAttemptAt = failure.retryAt ?? now + (isUnreached ? unreachedWait(row, now) : BLOCKED_WAIT);
    await recordFailure(deps.library, row, 'blocked', failure, nextAttemptAt);
  }
}

/** Milliseconds until a target is looked at again that could not be reached: the longer the row waits, the longer. */
function unreachedWait({ queuedAt }: Delivery, now: number): number {
  return Math.min(BLOCKED_WAIT, Math.max(UNREACHED_WAIT, (now - (queuedAt ?? now)) / 4));
}

/** A post that the target has taken. */
interface Put {
  readonly delivery: Delivery;
  readonly receipts: readonly Receipt[];
  /** How many pictures stayed links. */
  readonly linked: number;
}

interface Attempt {
  readonly put?: Put;
  /** The error, where it says that perhaps nothing else can be written to the target either. */
  readonly refusal?: unknown;
}

async function deliverRow(deps: DeliveryDeps, target: Target, row: Delivery, signal: AbortSignal): Promise<Attempt> {
  const claim = await claimDelivery(deps.library, row, deps.now());
  if (!claim) return {};
  try {
    const pictures = await gatherPictures(deps.library, claim.post, deps.fetchPicture ?? notAtAll, signal);
    const receipts = await putPost(deps, target, claim, pictures, signal);
    const linked = claim.post.assets.filter(({ url }) => !pictures.has(url)).length;
    return { put: { delivery: claim.delivery, receipts, linked } };
  } catch (error) {
    const consequence = await recordAttempt(deps, claim.delivery, error);
    return consequence === 'target' ? { refusal: error } : {};
  }
}

/** Marks rows done whose files are all still as they were put; any other is to be tried again. */
async function recordPuts(deps: DeliveryDeps, target: Target, puts: readonly Put[]): Promise<void> {
  if (puts.length === 0) return;
  // A file of another writer may change at any time.
  const own = puts.map(({ receipts }) => receipts.filter(({ version }) => version !== ''));
  const kept = await target.lookAgain?.(own);
  for (const [n, { delivery, receipts, linked }] of puts.entries()) {
    const isKept = kept?.[n] ?? true;
    if (isKept) await recordDone(deps.library, delivery, { receipts, linked, now: deps.now() });
    else await recordAttempt(deps, delivery, new ClipError('not-kept', receipts[0]?.path));
  }
}

/** Writes down why an attempt failed, and whether and when the next is made. */
async function recordAttempt(deps: DeliveryDeps, delivery: Delivery, error: unknown): Promise<Consequence> {
  const failure = toFailure(error);
  const consequence = consequenceOf(failure.code);
  const { state, wait } = nextState(failure.code, delivery, deps);
  await recordFailure(deps.library, delivery, state, failure, failure.retryAt ?? deps.now() + wait);
  return consequence;
}

const notAtAll: FetchPicture = async () => undefined;

/** What becomes of a row whose attempt failed, and how long it waits in milliseconds. */
function nextState(code: FailureCode, delivery: Delivery, { now, random }: DeliveryDeps) {
  const { attempts } = delivery;
  const consequence = consequenceOf(code);
  // A single lost response does not justify a wait of a quarter of an hour.
  if (code === 'offline') return { state: 'blocked', wait: unreachedWait(delivery, now()) } as const;
  if (consequence === 'choice' || consequence === 'target') return { state: 'blocked', wait: BLOCKED_WAIT } as const;
  if (consequence === 'never' || attempts >= MOST_ATTEMPTS) return { state: 'failed', wait: 0 } as const;
  return { state: 'queued', wait: backOff(attempts, random) } as const;
}

/** Updates a post where it is; puts a new one under the first name that is free. */
async function putPost(
  deps: DeliveryDeps,
  target: Target,
  claim: Claim,
  pictures: ReadonlyMap<string, Picture>,
  signal: AbortSignal,
): Promise<Receipt[]> {
  const { delivery } = claim;
  // The receipt of another writer's file stays as it is: its next update asks.
  if (delivery.choice === 'keep-theirs' && delivery.receipts.length > 0) return [...delivery.receipts];
  const [before] = delivery.choice === 'keep-both' ? [] : delivery.receipts;
  const tried = new Set<string>();
  const naming: Naming = {
    names: before ? [before.path] : namesFor(target, claim),
    filesAt: (path) => filesAt(target, claim, pictures, path),
    async expectationFor(files) {
      const intent = await intentOf(files, deps.now());
      if (tried.has(intent.path)) await throwIfAlreadyThere(deps, target, delivery, intent.path, signal);
      tried.add(intent.path);
      const isHeld = await reservePath(deps.library, delivery, intent);
      const resumed = resumedAt(delivery, intent.path);
      if (!before) return isHeld ? { kind: 'absent', ...resumed } : undefined;
      return delivery.choice === 'overwrite'
        ? { kind: 'any' }
        : { kind: 'ours', receipts: delivery.receipts, ...resumed };
    },
  };
  return putUnderFreeName(target, naming, signal);
}

/** @throws {ClipError} `already-there` where the name was taken by this very story. */
async function throwIfAlreadyThere(
  { library }: DeliveryDeps,
  target: Target,
  delivery: Delivery,
  path: string,
  signal: AbortSignal,
): Promise<void> {
  const found = delivery.choice === undefined && (await sameStoryAt(library, target, delivery, path, signal));
  if (!found) return;
  await recordFound(library, delivery, found);
  throw new ClipError('already-there', path);
}

async function intentOf(files: readonly OutFile[], since: number): Promise<Required<Delivery>['intent']> {
  return {
    path: files[0]?.path ?? '',
    since,
    hashes: await Promise.all(files.map(({ content }) => sha256(content))),
  };
}

/** The name that a killed attempt was at comes first, so that what it left is found again. */
function* namesFor(target: Target, { delivery, post }: Claim): Generator<string> {
  const taken = new Set(delivery.receipts.map((receipt) => receipt.path));
  if (delivery.intent?.path.startsWith(target.root) && !taken.has(delivery.intent.path)) yield delivery.intent.path;
  for (const name of namesOf(post.path)) {
    const path = target.root + name;
    if (!taken.has(path) && path !== delivery.intent?.path) yield path;
  }
}

/** What the attempts before this one may have left at a path. */
function resumedAt({ intent }: Delivery, path: string): { resumed?: InterruptedAttempt } {
  return intent?.path === path ? { resumed: { since: intent.since, hashes: intent.hashes } } : {};
}

/** Returns the files of a post at `path`; its own path, and its pictures', are below the target's root. */
function filesAt(target: Target, { post }: Claim, pictures: ReadonlyMap<string, Picture>, path: string): OutFile[] {
  const assets = post.assets.map((asset) => ({ ...asset, path: target.root + asset.path }));
  return [...postFiles({ ...post, path: target.root + post.path, assets }, pictures, path)];
}
