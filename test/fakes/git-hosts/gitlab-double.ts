import type { CommitSchema, ExpandedCommitSchema, RepositoryBlobSchema, RepositoryTreeSchema } from '@gitbeaker/rest';
import type { BareRepository } from './bare-repository.ts';
import { compareAtGitLab } from './compare-double.ts';
import { type DoubleOptions, tarball } from './github-double.ts';
import { answerRequests, createBranch, removeBranch } from './request-double.ts';
import type { HostAnswer, HostCall } from './serve-host.ts';

interface Action {
  readonly action: string;
  readonly file_path: string;
  readonly content?: string;
  readonly encoding?: string;
  readonly last_commit_id?: string;
}

/** GitLab over a bare repository, in the words of its own answers. */
export function gitLabDouble(repository: BareRepository, options: DoubleOptions) {
  return async (call: HostCall): Promise<HostAnswer> => {
    if (call.authorization.replace('Bearer ', '') !== options.token) return said(401, '401 Unauthorized');
    if (call.path === '/api/v4/version') return { status: 200, body: { version: '18.6.0', revision: '1a2b3c' } };
    const project = `/projects/${encodeURIComponent(options.project)}`;
    if (call.path === `/api/v4${project}`) {
      const isEmpty = (await repository.head()) === undefined;
      return { status: 200, body: { empty_repo: isEmpty, default_branch: repository.branch } };
    }
    if (call.path === `/api/v4${project}/merge_requests`) {
      return answerRequests(repository, options.requests, 'gitlab', call);
    }
    const [, rest] = call.path.split(`/api/v4${project}/repository/`);
    if (rest === undefined) return said(404, '404 Project Not Found');
    const [kind = '', name = ''] = rest.split('/');
    if (kind === 'branches' && call.method === 'POST') return newBranch(repository, call.body);
    if (kind === 'branches' && call.method === 'DELETE') return removeBranch(repository, decodeURIComponent(name));
    if (kind === 'branches') return branch(repository, options, decodeURIComponent(name));
    if (kind === 'files') return file(repository, decodeURIComponent(name), call.query.get('ref') ?? '');
    if (kind === 'blobs') return blob(repository, name);
    if (kind === 'compare') return compareAtGitLab(repository, call.query);
    if (kind === 'tree') return tree(repository, call);
    if (kind.startsWith('archive')) {
      const body = await tarball(repository, call.query.get('sha') ?? '', call.query.get('path') ?? '');
      return { status: 200, body, headers: { 'content-type': 'application/octet-stream' } };
    }
    if (kind === 'commits' && call.method === 'POST') return commit(repository, options, call.body);
    return said(404, '404 Not Found');
  };
}

function said(status: number, message: string): HostAnswer {
  return { status, body: { message } };
}

async function branch(repository: BareRepository, options: DoubleOptions, name: string): Promise<HostAnswer> {
  const head = await repository.head(name);
  if (head === undefined) return said(404, '404 Branch Not Found');
  return {
    status: 200,
    body: { name, can_push: !(options.isProtected && name === repository.branch), commit: { id: head } },
  };
}

async function newBranch(repository: BareRepository, body: unknown): Promise<HostAnswer> {
  const { branch: name, ref } = body as { branch: string; ref: string };
  if (!(await createBranch(repository, name, ref))) return said(400, 'Branch already exists');
  return { status: 201, body: { name, commit: { id: ref } } };
}

async function file(repository: BareRepository, path: string, ref: string): Promise<HostAnswer> {
  const head = /^[0-9a-f]{40}$/.test(ref) ? ref : await repository.head(ref);
  const [line] = head === undefined ? [] : await repository.list(head, [path]);
  if (head === undefined || line?.type !== 'blob') return said(404, '404 File Not Found');
  const headers = { 'x-gitlab-blob-id': line.oid, 'x-gitlab-commit-id': head };
  return { status: 200, headers: { ...headers, 'x-gitlab-last-commit-id': await lastCommit(repository, head, path) } };
}

const lastCommits = new Map<string, Promise<string>>();

function lastCommit(repository: BareRepository, head: string, path: string): Promise<string> {
  const key = `${head}\n${path}`;
  const args = ['--literal-pathspecs', 'rev-list', '--max-count=1', head, '--', path];
  const known = lastCommits.get(key) ?? repository.git(args).then((output) => output.toString().trim());
  lastCommits.set(key, known);
  return known;
}

async function blob(repository: BareRepository, oid: string): Promise<HostAnswer> {
  const content = await repository.blob(oid);
  const body = { size: content.length, encoding: 'base64', content: content.toString('base64'), sha: oid };
  return { status: 200, body: body satisfies RepositoryBlobSchema };
}

/** Pages by keyset: the token is the last path of the page before. */
async function tree(repository: BareRepository, { path: self, query }: HostCall): Promise<HostAnswer> {
  const folder = query.get('path') ?? '';
  const all = await repository.list(query.get('ref') ?? '');
  const inside = all.filter(({ path }) => folder === '' || path.startsWith(`${folder}/`));
  if (inside.length === 0 && folder !== '') return said(404, '404 invalid revision or path Not Found');
  const start = inside.findIndex(({ path }) => path === query.get('page_token')) + 1;
  const size = Number(query.get('per_page'));
  const page = inside.slice(start, start + size);
  const body = page.map(({ oid, path, mode, type }) => ({ id: oid, name: path, type, path, mode }));
  const next = new URLSearchParams(query);
  next.set('page_token', page.at(-1)?.path ?? '');
  const link = start + size < inside.length ? { link: `<${self}?${next}>; rel="next"` } : {};
  return { status: 200, headers: link, body: body satisfies RepositoryTreeSchema[] };
}

async function commit(repository: BareRepository, options: DoubleOptions, body: unknown): Promise<HostAnswer> {
  const {
    branch: name,
    commit_message,
    actions,
  } = body as { branch: string; commit_message: string; actions: Action[] };
  if (options.isProtected && name === repository.branch)
    return said(400, 'You are not allowed to push into this branch');
  if (actions.some(({ file_path }) => options.refusedPath?.test(file_path))) {
    return said(400, 'Commit message does not follow the pattern');
  }
  // Like Gitaly: looks and writes against the head of that moment, and moves the branch only from there.
  const parent = await repository.head(name);
  if (parent === undefined && (await repository.commitCount()) > 0) {
    return said(400, 'You can only create or edit files when you are on a branch');
  }
  const refused = parent === undefined ? undefined : await refusalOf(repository, parent, actions);
  if (refused !== undefined) return said(400, refused);
  const changes = new Map(
    actions.map(({ file_path, content = '', action }) => {
      return [file_path, action === 'delete' ? undefined : Buffer.from(content, 'base64')] as const;
    }),
  );
  const hasGap = options.inGap !== undefined;
  await options.inGap?.();
  // Gitaly builds on the head that is there by then.
  const base = hasGap ? await repository.head(name) : parent;
  const request = { branch: name, message: commit_message, changes, ...(base === undefined ? {} : { parent: base }) };
  const id = await repository.commit(request);
  if (id === undefined) return said(400, `Could not update refs/heads/${name}. Please refresh and try again.`);
  return { status: 201, body: commitBody(id, commit_message, base) };
}

function commitBody(id: string, message: string, parent: string | undefined) {
  const now = new Date().toISOString();
  const who = { author_name: 'Archivist', author_email: 'a@example.org', committer_name: 'Archivist' };
  return {
    ...who,
    id,
    short_id: id.slice(0, 8),
    title: message.split('\n')[0] ?? '',
    message,
    committer_email: 'a@example.org',
    authored_date: now,
    committed_date: now,
    created_at: now,
    parent_ids: parent === undefined ? [] : [parent],
    web_url: '',
  } satisfies Partial<ExpandedCommitSchema> & Omit<CommitSchema, 'extended_trailers' | 'trailers'>;
}

async function refusalOf(repository: BareRepository, head: string, actions: readonly Action[]) {
  const lines = await repository.list(
    head,
    actions.map(({ file_path }) => file_path),
  );
  const at = new Map(lines.map((line) => [line.path, line]));
  for (const { action, file_path, last_commit_id } of actions) {
    const there = at.get(file_path);
    if (action === 'create' && there) return 'A file with this name already exists';
    if (action !== 'create' && !there) return "A file with this name doesn't exist";
    if (action !== 'create' && last_commit_id !== (await lastCommit(repository, head, file_path))) {
      return 'You are attempting to update a file that has changed since you started editing it.';
    }
  }
  return undefined;
}
