import { ClipError, toFailure } from '../../../core/model/failure.ts';
import { foldPath } from '../../../core/text/fold-path.ts';
import type { Receipt } from '../../../library/model/delivery.ts';
import type { OutFile, PostToPut } from '../../target.ts';
import { commitMessage } from './commit-message.ts';
import { gitBlobId } from './git-blob-id.ts';
import {
  CommitRefused,
  type Committed,
  type FileChange,
  type GitHost,
  HeadMoved,
  PathTaken,
  type Snapshot,
} from './git-host.ts';
import { type PlannedFile, planPost } from './plan-post.ts';
import { inRepository } from './repository-path.ts';

export interface CommitDeps {
  readonly host: GitHost;
  /** Below which posts are written, without slashes at its ends; empty for the whole repository. */
  readonly folder: string;
  /** Template of the message of a commit of one post: see `commit-message.ts`. */
  readonly message?: string;
  /** Waits between tries that met another writer's commit. */
  readonly pause: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly now: () => number;
  readonly random: () => number;
}

type Outcome = PromiseSettledResult<Receipt[]>;

/** Tries against other writers. Each has a winner, so that all of them get on. */
const MOST_TRIES = 12;
/** Looks after answers that were lost. */
const MOST_LOST_ANSWERS = 2;
/** Tries in which a path that was free at the look may be taken: another writer was quicker. */
const MOST_TAKEN = 3;
const FIRST_PAUSE = 150;
const LONGEST_PAUSE = 4_000;
/** How long a branch that is too busy is left alone, in milliseconds. */
const BUSY_WAIT = 30_000;

const NOTHING_LOOKED_AT: Snapshot = { entries: new Map() };

/** A post that is not settled yet. */
interface Pending {
  readonly post: PostToPut;
  readonly settle: (outcome: Outcome) => void;
}

interface Plan {
  readonly pending: Pending;
  readonly files: readonly PlannedFile[];
}

/** Commits posts, together where it can be. Returns what became of each, in order; rejects only when told to stop. */
export async function commitPosts(
  deps: CommitDeps,
  posts: readonly PostToPut[],
  signal: AbortSignal,
): Promise<Outcome[]> {
  const outcomes = new Map<number, Outcome>();
  const pending = posts.map((post, n): Pending => ({ post, settle: (outcome) => void outcomes.set(n, outcome) }));
  await commitAll(deps, pending, signal);
  return posts.map((_, n) => outcomes.get(n) ?? rejected(new ClipError('unexpected', 'no outcome')));
}

async function commitAll(deps: CommitDeps, all: readonly Pending[], signal: AbortSignal): Promise<void> {
  let pending = all;
  let lostAnswers = 0;
  // Where the host itself refuses taken paths, the paths of new posts are not looked up.
  let looksAtAll = !deps.host.refusesTakenPaths;
  for (let tries = 1; ; tries++) {
    signal.throwIfAborted();
    let plans: readonly Plan[] = [];
    try {
      const snapshot = await look(deps, pending, looksAtAll, signal);
      plans = await settleOrPlan(deps, pending, snapshot, signal);
      if (plans.length === 0) return;
      const committed = await deps.host.commit(commitOf(deps, plans, snapshot), signal);
      for (const { pending: each, files } of plans) each.settle(fulfilled(await receiptsOf(files, committed)));
      return;
    } catch (error) {
      signal.throwIfAborted();
      const isLost = toFailure(error).code === 'offline' && plans.length > 0 && ++lostAnswers <= MOST_LOST_ANSWERS;
      const isTaken = error instanceof PathTaken && (!looksAtAll || tries <= MOST_TAKEN);
      const isMoved = error instanceof HeadMoved || isTaken || isLost;
      if (plans.length > 0) pending = plans.map((plan) => plan.pending);
      if (!isMoved) return splitOrFail(deps, pending, error, signal);
      if (tries >= MOST_TRIES) return failAll(pending, busy(deps.now()));
      looksAtAll = true;
    }
    await deps.pause(pauseAfter(tries, deps.random), signal);
  }
}

async function look(deps: CommitDeps, pending: readonly Pending[], all: boolean, signal: AbortSignal) {
  const asked = pending.filter(({ post }) => all || post.expect.kind !== 'absent' || post.expect.resumed);
  const paths = asked.flatMap(({ post }) => post.files.map(({ path }) => inRepository(deps.folder, path)));
  return paths.length === 0 ? NOTHING_LOOKED_AT : deps.host.look([...new Set(paths)], signal);
}

/** Settles the posts that are there already or cannot be written, and plans the others. */
async function settleOrPlan(
  deps: CommitDeps,
  pending: readonly Pending[],
  snapshot: Snapshot,
  signal: AbortSignal,
): Promise<Plan[]> {
  const plans: Plan[] = [];
  const claimed = new Map<string, Uint8Array>();
  const planDeps = { folder: deps.folder, readBlob: (oid: string) => deps.host.readBlob(oid, signal) };
  for (const each of pending) {
    try {
      const files = await planPost(planDeps, each.post, snapshot);
      if (files.every(({ change }) => !change)) each.settle(fulfilled(await receiptsOf(files, { commit: '' })));
      else if (claimPaths(claimed, files)) plans.push({ pending: each, files });
      else each.settle(rejected(new ClipError('name-taken', each.post.files[0]?.path)));
    } catch (error) {
      // What concerns the host as a whole concerns all of them.
      if (!(error instanceof ClipError) || isOfHost(error)) throw error;
      each.settle(rejected(error));
    }
  }
  return plans;
}

function isOfHost({ code }: ClipError): boolean {
  return ['offline', 'auth-expired', 'rate-limited', 'repository-gone', 'access-denied', 'branch-protected'].includes(
    code,
  );
}

/** Two posts of one commit cannot have different files at one path; `A.md` and `a.md` are one on many systems. */
function claimPaths(claimed: Map<string, Uint8Array>, files: readonly PlannedFile[]): boolean {
  const isFree = files.every(({ path, content }) => {
    const other = claimed.get(foldPath(path));
    return !other || (other.length === content.length && other.every((byte, n) => byte === content[n]));
  });
  if (isFree) for (const { path, content } of files) claimed.set(foldPath(path), content);
  return isFree;
}

function commitOf(deps: CommitDeps, plans: readonly Plan[], { head }: Snapshot) {
  const changes = new Map<string, FileChange>();
  for (const { files } of plans) for (const { change } of files) if (change) changes.set(change.path, change);
  const posts = plans.flatMap(({ pending }): OutFile[] => pending.post.files.slice(0, 1));
  return {
    message: commitMessage(posts, deps.message),
    changes: [...changes.values()],
    ...(head === undefined ? {} : { head }),
  };
}

async function receiptsOf(files: readonly PlannedFile[], { commit, oids, page }: Committed): Promise<Receipt[]> {
  return Promise.all(
    files.map(async (file): Promise<Receipt> => {
      const { path, bytes, content, change, oid } = file;
      const written = change && (oids?.get(change.path) ?? (await gitBlobId(content, commit)));
      const version = written ?? oid ?? (await gitBlobId(content, commit));
      const waitsAt = change ? page : file.page;
      const reference = commit === '' ? {} : { reference: commit };
      return { path, version, bytes, ...reference, ...(waitsAt === undefined ? {} : { page: waitsAt }) };
    }),
  );
}

/** One post that the host refuses must not hold up the others: they are tried in halves, down to the one. */
async function splitOrFail(deps: CommitDeps, pending: readonly Pending[], error: unknown, signal: AbortSignal) {
  const isOfPost =
    error instanceof CommitRefused || error instanceof PathTaken || toFailure(error).code === 'too-large';
  if (!isOfPost || pending.length < 2) return failAll(pending, ownFailure(error));
  const middle = Math.ceil(pending.length / 2);
  for (const half of [pending.slice(0, middle), pending.slice(middle)]) await commitAll(deps, half, signal);
}

function failAll(pending: readonly Pending[], error: unknown): void {
  for (const { settle } of pending) settle(rejected(error));
}

function ownFailure(error: unknown): unknown {
  const isRefusal = error instanceof CommitRefused || error instanceof PathTaken;
  return isRefusal ? new ClipError('commit-refused', error.message, { cause: error }) : error;
}

function busy(now: number): ClipError {
  return new ClipError('rate-limited', 'other writers commit to the branch all the time', {
    retryAt: now + BUSY_WAIT,
  });
}

function pauseAfter(tries: number, random: () => number): number {
  const longest = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (tries - 1));
  return Math.round(longest * random());
}

function fulfilled(value: Receipt[]): Outcome {
  return { status: 'fulfilled', value };
}

function rejected(reason: unknown): Outcome {
  return { status: 'rejected', reason };
}
