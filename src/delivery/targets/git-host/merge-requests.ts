import { ClipError } from '../../../core/model/failure.ts';
import type { HostKind } from './git-host-config.ts';
import type { RepositoryDeps } from './github.ts';
import { type HostReply, refusal, saying } from './host-http.ts';
import { fieldAt, listAt, textAt } from './reply-fields.ts';

/** A merge request (pull request at GitHub and Gitea) of one branch of the repository into another. */
export interface MergeRequest {
  /** As people name it: `#12`, `!12`. */
  readonly number: number;
  readonly source: string;
  readonly isOpen: boolean;
}

export interface NewMergeRequest {
  readonly source: string;
  readonly target: string;
  readonly title: string;
  readonly description: string;
}

/** Branches and merge requests of a repository. Throws what `HostHttp.send` throws, and `access-denied`. */
export interface MergeRequests {
  /** All open ones into a branch, or all there ever were. Those from forks are left out. */
  list(target: string, state: 'open' | 'all', signal: AbortSignal): Promise<readonly MergeRequest[]>;
  /** Opens one. Returns its number; nothing where one of these branches is open already. */
  open(request: NewMergeRequest, signal: AbortSignal): Promise<number | undefined>;
  /** Makes a branch at a commit. False where the name is taken. */
  createBranch(name: string, commit: string, signal: AbortSignal): Promise<boolean>;
  removeBranch(name: string, signal: AbortSignal): Promise<void>;
  /** The address of a request's page. */
  pageOf(number: number): string;
}

/** How a host spells the same calls. Paths are below the API's root. */
interface Dialect {
  readonly requests: string;
  readonly branches: string;
  readonly query: (target: string, state: 'open' | 'all') => Readonly<Record<string, string>>;
  readonly read: (entry: unknown) => ListedRequest;
  readonly newRequest: (request: NewMergeRequest) => unknown;
  readonly newBranch: (name: string, commit: string) => unknown;
  readonly branch: (name: string) => string;
  readonly number: string;
  readonly page: string;
}

interface ListedRequest extends MergeRequest {
  readonly target: string;
  readonly isFromFork: boolean;
}

/** The largest page that all three hosts return (Gitea: `MAX_RESPONSE_ITEMS`, 50 by default). */
const PAGE = 50;

const DIALECTS: Readonly<Record<HostKind, (project: string) => Dialect>> = { github, gitlab, gitea };

/** @param origin of the host's pages: `https://github.com`. */
export function mergeRequests(host: HostKind, origin: string, { http, project }: RepositoryDeps): MergeRequests {
  const dialect = DIALECTS[host](project);
  const post = (path: string, body: unknown, signal: AbortSignal) => http.send({ method: 'POST', path, body }, signal);
  return {
    async list(target, state, signal) {
      const found: ListedRequest[] = [];
      for (let page = 1; ; page++) {
        const paging = { per_page: String(PAGE), limit: String(PAGE), page: String(page) };
        const query = new URLSearchParams({ ...dialect.query(target, state), ...pick(paging, host) });
        const reply = await http.send({ path: `${dialect.requests}?${query}` }, signal);
        if (reply.status !== 200) throw refusal(reply);
        const some = Array.isArray(reply.body) ? reply.body : listAt(undefined, 'requests');
        found.push(...some.map(dialect.read));
        if (some.length === 0 || some.length < PAGE) break;
      }
      return found.filter((each) => each.target === target && !each.isFromFork);
    },
    async open(request, signal) {
      const reply = await post(dialect.requests, dialect.newRequest(request), signal);
      if (reply.status === 201) return numberAt(reply.body, dialect.number);
      if (isTaken(reply)) return undefined;
      throw writeRefusal(reply);
    },
    async createBranch(name, commit, signal) {
      const reply = await post(dialect.branches, dialect.newBranch(name, commit), signal);
      if (reply.status === 201) return true;
      if (isTaken(reply)) return false;
      throw writeRefusal(reply);
    },
    async removeBranch(name, signal) {
      const reply = await http.send({ method: 'DELETE', path: dialect.branch(name) }, signal);
      if (reply.status !== 204 && reply.status !== 404) throw refusal(reply);
    },
    pageOf: (number) => `${origin}/${project}/${dialect.page}/${number}`,
  };
}

/** GitHub and GitLab page by `per_page`, Gitea by `limit`. */
function pick({ per_page, limit, page }: Record<'per_page' | 'limit' | 'page', string>, host: HostKind) {
  return host === 'gitea' ? { limit, page } : { per_page, page };
}

/** “A pull request already exists”, “Another open merge request already exists”, “Reference already exists”. */
function isTaken(reply: HostReply): boolean {
  if (reply.status === 409) return true;
  return (reply.status === 400 || reply.status === 422) && /already exists/i.test(wordsOf(reply));
}

/** A rule of the repository, such as who may make branches of a name, is a 422 at GitHub and a 400 at GitLab. */
function writeRefusal(reply: HostReply): ClipError {
  if (reply.status !== 400 && reply.status !== 422) return refusal(reply);
  return new ClipError('commit-refused', wordsOf(reply).slice(0, 300));
}

/** GitHub has the reason in `errors` only: `{"message": "Validation Failed", "errors": [{"message": …}]}`. */
function wordsOf(reply: HostReply): string {
  return `${saying(reply)} ${JSON.stringify(fieldAt(reply.body, 'errors') ?? '')}`;
}

/** REST, “Pulls” and “Git references” (docs.github.com/rest). */
function github(project: string): Dialect {
  const home = `/repos/${encodeNames(project)}`;
  return {
    requests: `${home}/pulls`,
    branches: `${home}/git/refs`,
    query: (target, state) => ({ state, base: target }),
    read: (entry) => ({
      number: numberAt(entry, 'number'),
      source: textAt(entry, 'head', 'ref'),
      target: textAt(entry, 'base', 'ref'),
      isOpen: fieldAt(entry, 'state') === 'open',
      isFromFork: fieldAt(entry, 'head', 'repo', 'id') !== fieldAt(entry, 'base', 'repo', 'id'),
    }),
    newRequest: ({ source, target, title, description }) => ({ title, head: source, base: target, body: description }),
    newBranch: (name, commit) => ({ ref: `refs/heads/${name}`, sha: commit }),
    branch: (name) => `${home}/git/refs/heads/${encodeNames(name)}`,
    number: 'number',
    page: 'pull',
  };
}

/** “Merge requests” and “Branches” (docs.gitlab.com/api). */
function gitlab(project: string): Dialect {
  const home = `/projects/${encodeURIComponent(project)}`;
  return {
    requests: `${home}/merge_requests`,
    branches: `${home}/repository/branches`,
    query: (target, state) => ({ state: state === 'open' ? 'opened' : 'all', target_branch: target }),
    read: (entry) => ({
      number: numberAt(entry, 'iid'),
      source: textAt(entry, 'source_branch'),
      target: textAt(entry, 'target_branch'),
      isOpen: fieldAt(entry, 'state') === 'opened',
      isFromFork: fieldAt(entry, 'source_project_id') !== fieldAt(entry, 'target_project_id'),
    }),
    newRequest: ({ source, target, title, description }) => ({
      source_branch: source,
      target_branch: target,
      title,
      description,
      remove_source_branch: true,
    }),
    newBranch: (name, commit) => ({ branch: name, ref: commit }),
    branch: (name) => `${home}/repository/branches/${encodeURIComponent(name)}`,
    number: 'iid',
    page: '-/merge_requests',
  };
}

/** The API of Gitea and Forgejo (`/api/swagger` of any server). Lists are filtered by state only. */
function gitea(project: string): Dialect {
  const home = `/repos/${encodeNames(project)}`;
  return {
    requests: `${home}/pulls`,
    branches: `${home}/branches`,
    query: (_target, state) => ({ state }),
    read: (entry) => ({
      number: numberAt(entry, 'number'),
      source: textAt(entry, 'head', 'ref'),
      target: textAt(entry, 'base', 'ref'),
      isOpen: fieldAt(entry, 'state') === 'open',
      isFromFork: fieldAt(entry, 'head', 'repo_id') !== fieldAt(entry, 'base', 'repo_id'),
    }),
    newRequest: ({ source, target, title, description }) => ({ title, head: source, base: target, body: description }),
    newBranch: (name, commit) => ({ new_branch_name: name, old_ref_name: commit }),
    branch: (name) => `${home}/branches/${encodeNames(name)}`,
    number: 'number',
    page: 'pulls',
  };
}

function encodeNames(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/** @throws {ClipError} `offline`: what answers is not the API. */
function numberAt(body: unknown, field: string): number {
  const value = fieldAt(body, field);
  if (typeof value !== 'number') throw new ClipError('offline', `no ${field} in the answer`);
  return value;
}
