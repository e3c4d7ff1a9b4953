import { ClipError } from '../../../core/model/failure.ts';
import { toBase64 } from './base64.ts';
import { changedAtGitHub } from './changed-paths.ts';
import {
  CommitRefused,
  type Committed,
  type FileChange,
  type GitHost,
  HeadMoved,
  type HostCommit,
  type HostEntry,
  type Snapshot,
} from './git-host.ts';
import { type HostHttp, type HostReply, refusal, saying } from './host-http.ts';
import { readBlob } from './read-blob.ts';
import { fieldAt, listAt, textAt } from './reply-fields.ts';
import { foldersAbove } from './repository-path.ts';
import { walkTree } from './walk-tree.ts';

export interface RepositoryDeps {
  readonly http: HostHttp;
  /** The root of the REST API, without a slash at its end. */
  readonly api: string;
  /** The repository with its owner or groups, such as `name/archive`. */
  readonly project: string;
  readonly branch: string;
  /** Nothing is pushed to the branch: merge requests are made into it. */
  readonly mayBeProtected?: boolean;
}

/** Paths in one query: hosts answer large queries slowly or not at all. */
const PATHS_A_QUERY = 150;

/** GitHub's mode of a symbolic link, 120000 in octal. */
const SYMBOLIC_LINK = 0o120000;

/**
 * GitHub and GitHub Enterprise, by GraphQL: one query sees the head and all paths at one moment, and
 * `createCommitOnBranch` takes all files with `expectedHeadOid` as the condition (docs.github.com/graphql).
 */
export function gitHub(deps: RepositoryDeps): GitHost {
  const repository = `/repos/${deps.project.split('/').map(encodeURIComponent).join('/')}`;
  return {
    refusesTakenPaths: false,
    look: (paths, signal) => lookAt(deps, paths, signal),
    async commit(commit, signal) {
      if (commit.head !== undefined) return commitOnBranch(deps, commit, commit.head, signal);
      return commitFirst(deps, repository, commit, signal);
    },
    readBlob: (oid, signal) => readBlob(deps.http, `${repository}/git/blobs/${oid}`, signal),
    head: async (signal) => (await lookAt(deps, [], signal)).head,
    listFiles(commit, folder, signal) {
      const list = async (tree: string, recursive: boolean) => {
        const query = recursive ? '?recursive=1' : '';
        const reply = await deps.http.send({ path: `${repository}/git/trees/${tree}${query}` }, signal);
        if (reply.status !== 200) throw refusal(reply);
        return { entries: listAt(reply.body, 'tree'), isWhole: fieldAt(reply.body, 'truncated') === false };
      };
      return walkTree(list, commit, folder);
    },
    changedPaths: changedAtGitHub(deps.http, repository),
    archive: (commit, _folder, signal) => deps.http.stream({ path: `${repository}/tarball/${commit}` }, signal),
    async remove(path, { oid: _oid }, message, signal) {
      const { head } = await lookAt(deps, [path], signal);
      const fileChanges = { deletions: [{ path }] };
      await createCommit(
        deps,
        { branch: branchOf(deps), expectedHeadOid: head, fileChanges, message: headline(message) },
        signal,
      );
    },
  };
}

async function lookAt(deps: RepositoryDeps, files: readonly string[], signal: AbortSignal): Promise<Snapshot> {
  const paths = [...new Set([...files.flatMap(foldersAbove), ...files])];
  const entries = new Map<string, HostEntry>();
  let head: string | undefined;
  for (let at = 0; at === 0 || at < paths.length; at += PATHS_A_QUERY) {
    const some = paths.slice(at, at + PATHS_A_QUERY);
    const seen = await lookAtSome(deps, some, signal);
    if (at > 0 && seen.head !== head) throw new HeadMoved();
    head = seen.head;
    for (const [path, entry] of seen.entries) entries.set(path, entry);
  }
  return { entries, ...(head === undefined ? {} : { head }) };
}

async function lookAtSome(deps: RepositoryDeps, paths: readonly string[], signal: AbortSignal): Promise<Snapshot> {
  const [owner, name] = deps.project.split('/');
  const variables = paths.map((_, n) => `, $p${n}: String!`).join('');
  const fields = paths.map((_, n) => ` p${n}: file(path: $p${n}) { oid type mode }`).join('');
  const query =
    `query ($owner: String!, $name: String!, $ref: String!${variables}) { repository(owner: $owner, name: $name) ` +
    `{ isEmpty isArchived viewerPermission ref(qualifiedName: $ref) { target { oid ... on Commit { oid${fields} } } } } }`;
  const values = Object.fromEntries(paths.map((path, n) => [`p${n}`, path]));
  const data = await ask(deps, query, { owner, name, ref: `refs/heads/${deps.branch}`, ...values }, signal);
  const repository = fieldAt(data, 'repository');
  throwIfReadOnly(repository);
  const target = fieldAt(repository, 'ref', 'target');
  if (target === undefined || target === null) {
    if (fieldAt(repository, 'isEmpty') === true) return { entries: new Map() };
    throw new ClipError('repository-gone', `no branch ${deps.branch}`);
  }
  return { head: textAt(target, 'oid'), entries: new Map(paths.flatMap((path, n) => entryAt(target, `p${n}`, path))) };
}

function throwIfReadOnly(repository: unknown): void {
  if (fieldAt(repository, 'isArchived') === true) throw new ClipError('access-denied', 'the repository is archived');
  const permission = fieldAt(repository, 'viewerPermission');
  if (permission === 'READ' || permission === 'TRIAGE') {
    throw new ClipError('access-denied', `the token's user may ${permission.toLowerCase()} only`);
  }
}

function entryAt(target: unknown, name: string, path: string): [string, HostEntry][] {
  const entry = fieldAt(target, name);
  if (entry === undefined || entry === null) return [];
  const isFile = fieldAt(entry, 'type') === 'blob' && fieldAt(entry, 'mode') !== SYMBOLIC_LINK;
  const type = isFile ? 'file' : fieldAt(entry, 'type') === 'tree' ? 'folder' : 'other';
  return [[path, { oid: textAt(entry, 'oid'), type }]];
}

async function commitOnBranch(
  deps: RepositoryDeps,
  { changes, message }: HostCommit,
  head: string,
  signal: AbortSignal,
): Promise<Committed> {
  const additions = changes.map(({ path, content }) => ({ path, contents: toBase64(content) }));
  const input = {
    branch: branchOf(deps),
    expectedHeadOid: head,
    fileChanges: { additions },
    message: headline(message),
  };
  return { commit: await createCommit(deps, input, signal) };
}

async function createCommit(deps: RepositoryDeps, input: unknown, signal: AbortSignal): Promise<string> {
  const mutation =
    'mutation ($input: CreateCommitOnBranchInput!) { createCommitOnBranch(input: $input) { commit { oid } } }';
  const data = await ask(deps, mutation, { input }, signal);
  return textAt(data, 'createCommitOnBranch', 'commit', 'oid');
}

function branchOf({ project, branch }: RepositoryDeps) {
  return { repositoryNameWithOwner: project, branchName: branch };
}

function headline(message: string): { headline: string; body?: string } {
  const [first = '', ...rest] = message.split('\n');
  const body = rest.join('\n').trim();
  return body === '' ? { headline: first } : { headline: first, body };
}

/**
 * An empty repository has no branch to commit on: the contents API makes it with the first file. The others follow in
 * one commit, the post last.
 */
async function commitFirst(
  deps: RepositoryDeps,
  repository: string,
  commit: HostCommit,
  signal: AbortSignal,
): Promise<Committed> {
  const [first, ...others] = commit.changes.toReversed();
  if (!first) throw new CommitRefused('nothing to commit');
  const head = await putFirst(deps, `${repository}/contents/${encodePath(first)}`, first, commit.message, signal);
  if (others.length === 0) return { commit: head };
  return commitOnBranch(deps, { ...commit, changes: others }, head, signal);
}

function encodePath({ path }: FileChange): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

async function putFirst(
  { http, branch }: RepositoryDeps,
  path: string,
  { content }: FileChange,
  message: string,
  signal: AbortSignal,
): Promise<string> {
  const body = { message, content: toBase64(content), branch };
  const reply = await http.send({ method: 'PUT', path, body }, signal);
  if (reply.status === 409 || reply.status === 422) throw new HeadMoved(saying(reply));
  if (reply.status !== 200 && reply.status !== 201) throw refusal(reply);
  return textAt(reply.body, 'commit', 'sha');
}

async function ask(
  { http, api }: RepositoryDeps,
  query: string,
  variables: Readonly<Record<string, unknown>>,
  signal: AbortSignal,
): Promise<unknown> {
  const reply = await http.send({ method: 'POST', path: graphQlAddress(api), body: { query, variables } }, signal);
  if (reply.status !== 200) throw refusal(reply);
  const errors = fieldAt(reply.body, 'errors');
  if (Array.isArray(errors) && errors.length > 0) throw graphQlFailure(errors[0], reply);
  const data = fieldAt(reply.body, 'data');
  if (data === undefined) throw new ClipError('offline', 'no data in the answer');
  return data;
}

/** Enterprise has its REST API at `/api/v3` and GraphQL at `/api/graphql`. */
export function graphQlAddress(api: string): string {
  return `${api.replace(/\/api\/v3$/, '/api')}/graphql`;
}

/** Errors come with status 200. Their types are those that GitHub's own clients know (cli/cli, octokit/graphql.js). */
function graphQlFailure(error: unknown, { headers }: HostReply): Error {
  const type = fieldAt(error, 'type');
  const message = String(fieldAt(error, 'message') ?? '').slice(0, 300);
  if (type === 'STALE_DATA' || /expected branch to point to/i.test(message)) return new HeadMoved(message);
  if (type === 'NOT_FOUND') return new ClipError('repository-gone', message);
  if (type === 'RATE_LIMITED') {
    const at = Number(headers.get('x-ratelimit-reset') ?? Number.NaN) * 1000;
    return new ClipError('rate-limited', message, Number.isFinite(at) ? { retryAt: at } : {});
  }
  if (/protected branch/i.test(message)) return new ClipError('branch-protected', message);
  if (type === 'FORBIDDEN' || type === 'INSUFFICIENT_SCOPES' || /not accessible by/i.test(message)) {
    return new ClipError('access-denied', message);
  }
  if (type === undefined || /something went wrong/i.test(message)) return new ClipError('offline', message);
  return new CommitRefused(message);
}
