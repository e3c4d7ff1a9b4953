import { ClipError } from '../../../core/model/failure.ts';
import {
  type Committed,
  type GitHost,
  HeadMoved,
  type HostCommit,
  type HostEntry,
  PathTaken,
  type Snapshot,
} from './git-host.ts';
import type { MergeRequest, MergeRequests } from './merge-requests.ts';

export interface MergeRequestDeps {
  /** The branch that requests are made into. It may be protected. */
  readonly target: string;
  readonly openBranch: (name: string) => GitHost;
  readonly requests: MergeRequests;
}

/** The branches of Jianbao. An open request from one of them is used, whoever opened it. */
const PREFIX = 'jianbao/';
const TITLE = 'Clips';
const DESCRIPTION =
  'Posts clipped with Jianbao. More are added to this request until it is merged or closed; the next one then opens another.';

/** Names for the branch of one request, where requests at one head were closed before. */
const MOST_NAMES = 20;

/** The branch that posts are committed to. */
interface Working {
  readonly branch: string;
  readonly host: GitHost;
  /** The address of its open request; absent where none is open yet. */
  readonly page?: string;
}

/**
 * A repository whose posts wait in a merge request. Commits go to a branch of Jianbao's, which starts at the head of
 * the target branch; one request is open at a time, and the next posts join it. Once it is merged or closed, the next
 * post starts another.
 *
 * What is on the target branch counts as there: a path that is taken on either branch is taken, and the archive that is
 * read is both.
 */
export function mergeRequestHost({ target, openBranch, requests }: MergeRequestDeps): GitHost {
  const base = openBranch(target);
  /** As `look` last found it. */
  let working: Working | undefined;
  let onBaseOnly: ReadonlySet<string> = new Set();

  async function findWorking(signal: AbortSignal): Promise<Working | undefined> {
    const open = await requests.list(target, 'open', signal);
    const [oldest] = open.filter(isOurs).sort((a, b) => a.number - b.number);
    if (!oldest) return working?.page === undefined ? working : undefined;
    return { branch: oldest.source, host: openBranch(oldest.source), page: requests.pageOf(oldest.number) };
  }

  /** Opens the request of a branch that has commits, where none is open. */
  async function withRequest({ branch, host, page }: Working, signal: AbortSignal): Promise<Required<Working>> {
    if (page !== undefined) return { branch, host, page };
    const number = await requests.open({ source: branch, target, title: TITLE, description: DESCRIPTION }, signal);
    if (number !== undefined) return { branch, host, page: requests.pageOf(number) };
    const other = (await requests.list(target, 'open', signal)).find(({ source }) => source === branch);
    if (!other) throw new ClipError('commit-refused', `no merge request can be opened from ${branch}`);
    return { branch, host, page: requests.pageOf(other.number) };
  }

  /** A branch at the target's head. One that another device has just made is used by both. */
  async function startBranch(head: string, signal: AbortSignal): Promise<Working> {
    const name = `${PREFIX}${head.slice(0, 10)}`;
    let closed: ReadonlySet<string> | undefined;
    for (let n = 1; n <= MOST_NAMES; n++) {
      const branch = n === 1 ? name : `${name}-${n}`;
      if (await requests.createBranch(branch, head, signal)) return { branch, host: openBranch(branch) };
      closed ??= new Set((await requests.list(target, 'all', signal)).filter(isClosed).map(({ source }) => source));
      if (closed.has(branch)) continue;
      working = { branch, host: openBranch(branch) };
      throw new HeadMoved(`${branch} exists`);
    }
    throw new ClipError('commit-refused', `${name} and its next names are taken`);
  }

  async function targetHead(signal: AbortSignal): Promise<string> {
    const head = await base.head(signal);
    if (head === undefined) throw new ClipError('repository-gone', `${target} has no commit to make a request into`);
    return head;
  }

  return {
    refusesTakenPaths: false,
    async look(paths, signal) {
      working = await findWorking(signal);
      const theirs = await base.look(paths, signal);
      onBaseOnly = new Set(theirs.entries.keys());
      if (!working) return theirs;
      const ours = await working.host.look(paths, signal);
      onBaseOnly = new Set([...theirs.entries.keys()].filter((path) => !ours.entries.has(path)));
      // Commits whose request could not be opened: an attempt was cut off.
      if (working.page === undefined && (await working.host.head(signal)) !== (await targetHead(signal))) {
        working = await withRequest(working, signal);
      }
      return { ...ours, entries: new Map([...theirs.entries, ...waitingEntries(ours, theirs, working.page)]) };
    },
    async commit(commit, signal): Promise<Committed> {
      const head = working ? commit.head : (commit.head ?? (await targetHead(signal)));
      const started = working ?? (await startBranch(head ?? '', signal));
      working = started;
      const made = await commitTo(started.host, { ...commit, ...(head === undefined ? {} : { head }) }, signal);
      const waiting = await withRequest(started, signal);
      working = waiting;
      return { ...made, page: waiting.page };
    },
    readBlob: (oid, signal) => base.readBlob(oid, signal),
    async head(signal) {
      working = await findWorking(signal);
      return (working?.host ?? base).head(signal);
    },
    async heads(signal) {
      working = await findWorking(signal);
      const found = [await base.head(signal), await working?.host.head(signal)];
      return [...new Set(found.filter((head) => head !== undefined))];
    },
    listFiles: (commit, folder, signal) => base.listFiles(commit, folder, signal),
    changedPaths: (from, to, signal) => base.changedPaths(from, to, signal),
    archive: (commit, folder, signal) => base.archive(commit, folder, signal),
    remove: (path, entry, message, signal) => (working?.host ?? base).remove(path, entry, message, signal),
  };

  /** Both branches were looked at, so a path that is taken now was taken since. */
  async function commitTo(host: GitHost, { changes, ...rest }: HostCommit, signal: AbortSignal): Promise<Committed> {
    const own = changes.map(({ replaces, ...change }) =>
      replaces && !onBaseOnly.has(change.path) ? { ...change, replaces } : change,
    );
    try {
      return await host.commit({ ...rest, changes: own }, signal);
    } catch (error) {
      if (error instanceof PathTaken) throw new HeadMoved(error.message, { cause: error });
      throw error;
    }
  }
}

/** The entries of the request's branch. What differs from the target branch waits in the request. */
function waitingEntries(ours: Snapshot, theirs: Snapshot, page: string | undefined): [string, HostEntry][] {
  return [...ours.entries].map(([path, entry]) => {
    const isMerged = theirs.entries.get(path)?.oid === entry.oid;
    return [path, isMerged || page === undefined ? entry : { ...entry, page }];
  });
}

function isOurs({ source }: MergeRequest): boolean {
  return source.startsWith(PREFIX);
}

function isClosed({ isOpen }: MergeRequest): boolean {
  return !isOpen;
}
