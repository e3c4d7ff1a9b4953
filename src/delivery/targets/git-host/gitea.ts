import { ClipError } from '../../../core/model/failure.ts';
import { mapParallel } from '../../map-parallel.ts';
import { toBase64 } from './base64.ts';
import { branchHead } from './branch-head.ts';
import { changedAtGitea } from './changed-paths.ts';
import {
  CommitRefused,
  type Committed,
  type FileChange,
  type GitHost,
  HeadMoved,
  type HostEntry,
  PathTaken,
  type Snapshot,
} from './git-host.ts';
import type { RepositoryDeps } from './github.ts';
import { type HostReply, refusal, saying } from './host-http.ts';
import { readBlob } from './read-blob.ts';
import { fieldAt, listAt, textAt } from './reply-fields.ts';
import { walkTree } from './walk-tree.ts';

const AT_A_TIME = 6;
const PAGE = 1000;

/**
 * Gitea, Forgejo and Codeberg, by `POST /repos/{owner}/{repo}/contents`: a `create` of a file that is there is refused,
 * an `update` names the blob that it replaces, and the host pushes the commit without force.
 */
export function gitea(deps: RepositoryDeps): GitHost {
  const { http, branch } = deps;
  const repository = `/repos/${encodePath(deps.project)}`;
  const post = (message: string, files: readonly unknown[], signal: AbortSignal) =>
    http.send({ method: 'POST', path: `${repository}/contents`, body: { branch, message, files } }, signal);
  return {
    refusesTakenPaths: true,
    look: (paths, signal) => lookAt(deps, repository, paths, signal),
    async commit({ message, changes }, signal) {
      return committed(await post(message, changes.map(operationOf), signal));
    },
    readBlob: (oid, signal) => readBlob(http, `${repository}/git/blobs/${oid}`, signal),
    head: (signal) =>
      branchHead(
        deps,
        {
          branchPath: `${repository}/branches/${encodePath(branch)}`,
          canPush: 'user_can_push',
          refusal: 'access-denied',
          repositoryPath: repository,
          isEmpty: 'empty',
        },
        signal,
      ),
    listFiles: (commit, folder, signal) =>
      walkTree((tree, recursive) => listTree(deps, repository, tree, recursive, signal), commit, folder),
    changedPaths: changedAtGitea(http, repository),
    archive: (commit, _folder, signal) =>
      http.stream({ path: `${repository}/archive/${commit}.tar.gz`, accept: '*/*' }, signal),
    async remove(path, { oid }, message, signal) {
      committed(await post(message, [{ operation: 'delete', path, sha: oid }], signal));
    },
  };
}

/** All pages of a tree: `truncated` says that more follow. */
async function listTree(
  { http }: RepositoryDeps,
  repository: string,
  tree: string,
  recursive: boolean,
  signal: AbortSignal,
) {
  const entries: unknown[] = [];
  for (let page = 1; ; page++) {
    const query = `recursive=${recursive}&page=${page}&per_page=${PAGE}`;
    const reply = await http.send({ path: `${repository}/git/trees/${tree}?${query}` }, signal);
    if (reply.status !== 200) throw refusal(reply);
    const some = fieldAt(reply.body, 'tree') === null ? [] : listAt(reply.body, 'tree');
    entries.push(...some);
    if (fieldAt(reply.body, 'truncated') !== true) return { entries, isWhole: true };
    if (some.length === 0) return { entries, isWhole: false };
  }
}

async function lookAt(
  { http, branch }: RepositoryDeps,
  repository: string,
  paths: readonly string[],
  signal: AbortSignal,
): Promise<Snapshot> {
  const found = await mapParallel(paths, AT_A_TIME, async (path): Promise<[string, HostEntry][]> => {
    const query = new URLSearchParams({ ref: branch });
    const reply = await http.send({ path: `${repository}/contents/${encodePath(path)}?${query}` }, signal);
    if (reply.status === 404) return [];
    if (reply.status !== 200) throw refusal(reply);
    return [[path, entryOf(reply.body)]];
  });
  return { entries: new Map(found.flat()) };
}

/** A folder is answered with the list of what is in it. */
function entryOf(body: unknown): HostEntry {
  if (Array.isArray(body)) return { oid: '', type: 'folder' };
  return { oid: textAt(body, 'sha'), type: fieldAt(body, 'type') === 'file' ? 'file' : 'other' };
}

function operationOf({ path, content, replaces }: FileChange) {
  const file = { path, content: toBase64(content) };
  return replaces ? { operation: 'update', ...file, sha: replaces.oid } : { operation: 'create', ...file };
}

function committed(reply: HostReply): Committed {
  const { status, body } = reply;
  if (status === 200 || status === 201) {
    const files = listAt(body, 'files').filter((file) => file !== null);
    const oids = new Map(files.map((file) => [textAt(file, 'path'), textAt(file, 'sha')]));
    return { commit: textAt(body, 'commit', 'sha'), oids };
  }
  throw commitFailure(reply);
}

/** What is wrong is said in words (go-gitea/gitea, routers/api/v1/repo/file.go and models/git errors). */
function commitFailure(reply: HostReply): Error {
  const words = saying(reply);
  if (/already exists/i.test(words)) return new PathTaken(words);
  if (/branch does not exist/i.test(words)) return new ClipError('repository-gone', words);
  if (/sha does not match|does not exist|out of date|stale|conflict/i.test(words)) return new HeadMoved(words);
  if (reply.status === 409) return new HeadMoved(words);
  if (reply.status === 400 || reply.status === 422) return new CommitRefused(words);
  return refusal(reply);
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
