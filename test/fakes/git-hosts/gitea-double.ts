import type {
  ChangeFilesOptions,
  ContentsResponse,
  CreateBranchRepoOption,
  FilesResponse,
  GitBlobResponse,
  GitTreeResponse,
} from 'gitea-js';
import type { BareRepository } from './bare-repository.ts';
import { compareAtGitea } from './compare-double.ts';
import { type DoubleOptions, getTree, tarball } from './github-double.ts';
import { answerRequests, createBranch, removeBranch } from './request-double.ts';
import type { HostAnswer, HostCall } from './serve-host.ts';

/** Gitea and Forgejo over a bare repository. */
export function giteaDouble(repository: BareRepository, options: DoubleOptions) {
  return async (call: HostCall): Promise<HostAnswer> => {
    if (!/^(Bearer|token) /.test(call.authorization) || call.authorization.split(' ')[1] !== options.token) {
      return said(401, 'invalid username, password or token');
    }
    const home = `/api/v1/repos/${options.project}`;
    if (call.path === '/api/v1/version') return { status: 200, body: { version: '1.24.0' } };
    if (call.path === home) {
      const empty = (await repository.head()) === undefined;
      return { status: 200, body: { empty, default_branch: repository.branch } };
    }
    const [, rest] = call.path.split(`${home}/`);
    if (rest === undefined) return said(404, 'The target could not be found.');
    const [kind = '', second = '', third = ''] = rest.split('/');
    const path = decodeURIComponent(rest.slice(rest.indexOf('/') + 1));
    if (rest === 'pulls') return answerRequests(repository, options.requests, 'gitea', call);
    if (kind === 'branches' && call.method === 'POST') return newBranch(repository, call.body);
    if (kind === 'branches' && call.method === 'DELETE') return removeBranch(repository, path);
    if (kind === 'branches') return branch(repository, options, path);
    if (rest === 'contents' && call.method === 'POST') return change(repository, options, call.body);
    if (kind === 'contents') return contents(repository, path, call.query.get('ref') ?? repository.branch);
    if (kind === 'git' && second === 'blobs') return blob(repository, third);
    if (kind === 'git' && second === 'trees') return trees(repository, options, third, call.query);
    if (kind === 'compare') return compareAtGitea(repository, second);
    if (kind === 'archive') return { status: 200, body: await tarball(repository, second.replace('.tar.gz', '')) };
    return said(404, 'The target could not be found.');
  };
}

function said(status: number, message: string): HostAnswer {
  return { status, body: { message, url: 'https://gitea.example/api/swagger' } };
}

async function branch(repository: BareRepository, options: DoubleOptions, name: string): Promise<HostAnswer> {
  const head = await repository.head(name);
  if (head === undefined) return said(404, `branch does not exist [name: ${name}]`);
  return {
    status: 200,
    body: { name, user_can_push: !(options.isProtected && name === repository.branch), commit: { id: head } },
  };
}

async function newBranch(repository: BareRepository, body: unknown): Promise<HostAnswer> {
  const { new_branch_name: name, old_ref_name: commit = '' } = body as CreateBranchRepoOption;
  if (!(await createBranch(repository, name, commit))) return said(409, `branch already exists [name: ${name}]`);
  return { status: 201, body: { name, commit: { id: commit } } };
}

async function contents(repository: BareRepository, path: string, ref: string): Promise<HostAnswer> {
  const head = await repository.head(ref);
  const [line] = head === undefined ? [] : await repository.list(head, [path]);
  if (!line) return said(404, `object does not exist [id: , rel_path: ${path}]`);
  if (line.type === 'tree') return { status: 200, body: [] };
  return { status: 200, body: contentsBody(path, line.oid, line.mode) };
}

function contentsBody(path: string, sha: string, mode = '100644') {
  return { path, sha, type: mode === '120000' ? 'symlink' : 'file' } satisfies ContentsResponse;
}

async function blob(repository: BareRepository, sha: string): Promise<HostAnswer> {
  const content = await repository.blob(sha);
  const body = { content: content.toString('base64'), encoding: 'base64', sha, size: content.length };
  return { status: 200, body: body satisfies GitBlobResponse };
}

/** Gitea pages trees; `truncated` says that another page follows. */
async function trees(repository: BareRepository, options: DoubleOptions, tree: string, query: URLSearchParams) {
  const whole = await getTree(
    repository,
    { ...options, treeLimit: Number.MAX_SAFE_INTEGER },
    tree,
    query.get('recursive') === 'true',
  );
  const { tree: entries = [] } = whole.body as GitTreeResponse;
  const size = Math.min(Number(query.get('per_page')), options.treeLimit ?? 1000);
  const page = Number(query.get('page'));
  const body = {
    sha: tree,
    page,
    total_count: entries.length,
    truncated: page * size < entries.length,
    tree: entries.slice((page - 1) * size, page * size),
  };
  return { status: 200, body: body satisfies GitTreeResponse };
}

async function change(repository: BareRepository, options: DoubleOptions, body: unknown): Promise<HostAnswer> {
  const { branch: name = repository.branch, files, message = '' } = body as ChangeFilesOptions;
  if (options.isProtected && name === repository.branch)
    return said(403, 'user should be a collaborator who may push to the branch');
  if (files.some(({ path }) => options.refusedPath?.test(path)))
    return said(422, 'path contains a malformed path component');
  const parent = await repository.head(name);
  if (parent === undefined && (await repository.commitCount()) > 0) {
    return said(404, `branch does not exist [name: ${name}]`);
  }
  const lines =
    parent === undefined
      ? []
      : await repository.list(
          parent,
          files.map(({ path }) => path),
        );
  const at = new Map(lines.map((line) => [line.path, line]));
  for (const { operation, path, sha } of files) {
    const there = at.get(path);
    if (operation === 'create' && there) return said(422, `repository file already exists [path: ${path}]`);
    if (operation !== 'create' && !there) return said(404, `repository file does not exist [path: ${path}]`);
    if (operation !== 'create' && there?.oid !== sha) {
      return said(422, `sha does not match [given: ${sha}, expected: ${there?.oid}]`);
    }
  }
  const changes = new Map(
    files.map(({ path, content = '', operation }) => {
      return [path, operation === 'delete' ? undefined : Buffer.from(content, 'base64')] as const;
    }),
  );
  const request = { branch: name, message, changes, ...(parent === undefined ? {} : { parent }) };
  const sha = await repository.commit(request);
  // Its own push was refused: Gitea has no better answer than this one.
  if (sha === undefined) return said(500, '');
  return { status: 201, body: await filesBody(repository, sha, files) };
}

async function filesBody(repository: BareRepository, sha: string, files: ChangeFilesOptions['files']) {
  const kept = files.filter(({ operation }) => operation !== 'delete').map(({ path }) => path);
  const lines = kept.length === 0 ? [] : await repository.list(sha, kept);
  return { commit: { sha }, files: lines.map(({ path, oid }) => contentsBody(path, oid)) } satisfies FilesResponse;
}
