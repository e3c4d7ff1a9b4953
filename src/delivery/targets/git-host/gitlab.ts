import { ClipError } from '../../../core/model/failure.ts';
import { mapParallel } from '../../map-parallel.ts';
import { toBase64 } from './base64.ts';
import { branchHead } from './branch-head.ts';
import { changedAtGitLab } from './changed-paths.ts';
import {
  CommitRefused,
  type Committed,
  type FileChange,
  type GitHost,
  HeadMoved,
  type HostCommit,
  type HostEntry,
  type ListedFile,
  PathTaken,
  type Snapshot,
} from './git-host.ts';
import type { RepositoryDeps } from './github.ts';
import { type HostReply, refusal, saying } from './host-http.ts';
import { readBlob } from './read-blob.ts';
import { fieldAt, listAt, textAt } from './reply-fields.ts';

/** Requests at a time: a self-managed host on a small machine is quickly at its limit. */
const AT_A_TIME = 6;
const PAGE = 100;

/**
 * GitLab and self-managed GitLab, by `POST /projects/:id/repository/commits` (docs.gitlab.com/api/commits). A `create`
 * of a file that is there is refused; an `update` names the last commit of its file.
 */
export function gitLab(deps: RepositoryDeps): GitHost {
  const { http, branch } = deps;
  const repository = `/projects/${encodeURIComponent(deps.project)}/repository`;
  return {
    refusesTakenPaths: true,
    look: (paths, signal) => lookAt(deps, repository, paths, signal),
    async commit({ message, changes, head }, signal) {
      const { commit, parent } = await commitTo(deps, repository, message, changes.map(actionOf), signal);
      if (parent !== head) await undoOvertaken(deps, repository, changes, parent, signal);
      return { commit };
    },
    readBlob: (oid, signal) => readBlob(http, `${repository}/blobs/${oid}`, signal),
    head: (signal) =>
      branchHead(
        deps,
        {
          branchPath: `${repository}/branches/${encodeURIComponent(branch)}`,
          canPush: 'can_push',
          refusal: 'branch-protected',
          repositoryPath: `/projects/${encodeURIComponent(deps.project)}`,
          isEmpty: 'empty_repo',
        },
        signal,
      ),
    async listFiles(commit, folder, signal) {
      const files: ListedFile[] = [];
      const query = { ref: commit, path: folder, recursive: 'true', per_page: String(PAGE), pagination: 'keyset' };
      let next: string | undefined = `/tree?${new URLSearchParams(query)}`;
      while (next !== undefined) {
        const reply: HostReply = await http.send(
          { path: next.startsWith('/') ? `${repository}${next}` : next },
          signal,
        );
        // A folder that is not there is an answer of 404 in some versions.
        if (reply.status === 404 && folder !== '') return [];
        if (reply.status !== 200 || !Array.isArray(reply.body)) throw refusal(reply);
        files.push(...reply.body.flatMap(listedFile));
        next = nextPage(reply.headers, deps.api);
      }
      return files;
    },
    changedPaths: changedAtGitLab(http, repository),
    archive(commit, folder, signal) {
      const query = new URLSearchParams({ sha: commit, ...(folder === '' ? {} : { path: folder }) });
      return http.stream({ path: `${repository}/archive.tar.gz?${query}`, accept: '*/*' }, signal);
    },
    async remove(path, entry, message, signal) {
      const action = { action: 'delete', file_path: path, last_commit_id: entry.lastCommit };
      await commitTo(deps, repository, message, [action], signal);
    },
  };
}

/** What a file is by the headers of its `HEAD`: no content is moved. */
async function lookAt(
  { http, branch }: RepositoryDeps,
  repository: string,
  paths: readonly string[],
  signal: AbortSignal,
): Promise<Snapshot> {
  const query = new URLSearchParams({ ref: branch });
  let head: string | undefined;
  const found = await mapParallel(paths, AT_A_TIME, async (path): Promise<[string, HostEntry][]> => {
    const address = `${repository}/files/${encodeURIComponent(path)}?${query}`;
    const reply = await http.send({ method: 'HEAD', path: address }, signal);
    if (reply.status === 404) return [];
    head = reply.headers.get('x-gitlab-commit-id') ?? undefined;
    const oid = reply.headers.get('x-gitlab-blob-id');
    const lastCommit = reply.headers.get('x-gitlab-last-commit-id');
    if (reply.status !== 200 || oid === null || lastCommit === null) throw refusal(reply);
    return [[path, { oid, type: 'file', lastCommit }]];
  });
  return { entries: new Map(found.flat()), ...(head === undefined ? {} : { head }) };
}

function actionOf({ path, content, replaces }: FileChange) {
  const file = { file_path: path, content: toBase64(content), encoding: 'base64' };
  return replaces ? { action: 'update', ...file, last_commit_id: replaces.lastCommit } : { action: 'create', ...file };
}

async function commitTo(
  { http, branch }: RepositoryDeps,
  repository: string,
  message: HostCommit['message'],
  actions: readonly unknown[],
  signal: AbortSignal,
): Promise<Committed & { readonly parent: string | undefined }> {
  const body = { branch, commit_message: message, actions };
  const reply = await http.send({ method: 'POST', path: `${repository}/commits`, body }, signal);
  if (reply.status === 201) {
    const [parent] = listAt(reply.body, 'parent_ids');
    return { commit: textAt(reply.body, 'id'), parent: typeof parent === 'string' ? parent : undefined };
  }
  if (reply.status === 400 || reply.status === 409 || reply.status === 422) throw commitFailure(saying(reply));
  throw refusal(reply);
}

/**
 * GitLab compares a file's last commit before it writes, and not while. Where an edit came into that gap, its text is put
 * back in a separate commit, and the update counts as not made.
 *
 * @throws {HeadMoved} where that was so.
 */
async function undoOvertaken(
  deps: RepositoryDeps,
  repository: string,
  changes: readonly FileChange[],
  parent: string | undefined,
  signal: AbortSignal,
): Promise<void> {
  const updates = changes.filter(({ replaces }) => replaces);
  if (updates.length === 0 || parent === undefined) return;
  const before = await lookAt(
    { ...deps, branch: parent },
    repository,
    updates.map(({ path }) => path),
    signal,
  );
  const now = await lookAt(
    deps,
    repository,
    updates.map(({ path }) => path),
    signal,
  );
  const actions = await Promise.all(
    updates.map(async ({ path, replaces }) => {
      const [overwritten, ours] = [before.entries.get(path), now.entries.get(path)];
      if (!overwritten || !ours || overwritten.oid === replaces?.oid) return undefined;
      const content = await readBlob(deps.http, `${repository}/blobs/${overwritten.oid}`, signal);
      return actionOf({ path, content, replaces: ours });
    }),
  );
  const wanted = actions.filter((action) => action !== undefined);
  if (wanted.length === 0) return;
  await commitTo(deps, repository, 'Put back an edit that an update had overwritten', wanted, signal);
  throw new HeadMoved('an edit came between');
}

/** The host says what is wrong in words only (gitlab-org/gitlab, app/services/files and commits; Gitaly's index). */
function commitFailure(words: string): Error {
  if (/with this name already exists/i.test(words)) return new PathTaken(words);
  if (/file that has changed|doesn't exist|could not update|refresh and try again|reference update/i.test(words)) {
    return new HeadMoved(words);
  }
  if (/not allowed to push|protected branch/i.test(words)) return new ClipError('branch-protected', words);
  if (/when you are on a branch|branch .* does not exist/i.test(words)) return new ClipError('repository-gone', words);
  return new CommitRefused(words);
}

function listedFile(entry: unknown): ListedFile[] {
  const isFile = fieldAt(entry, 'type') === 'blob' && fieldAt(entry, 'mode') !== '120000';
  return isFile ? [{ path: textAt(entry, 'path'), oid: textAt(entry, 'id') }] : [];
}

/**
 * The next page by the `Link` header.
 *
 * @throws {ClipError} `offline` where it leads to another origin: the token is not sent there.
 */
function nextPage(headers: Headers, api: string): string | undefined {
  const next = /<([^>]+)>\s*;\s*rel="?next"?/.exec(headers.get('link') ?? '')?.[1];
  if (next === undefined) return undefined;
  const address = new URL(next, api);
  if (address.origin !== new URL(api).origin) throw new ClipError('offline', `the next page is at ${address.origin}`);
  return address.href;
}
