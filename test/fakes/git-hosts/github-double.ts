import { schema as official } from '@octokit/graphql-schema';
import type { components } from '@octokit/openapi-types';
import { buildSchema, type GraphQLError, graphql } from 'graphql';
import type { BareRepository } from './bare-repository.ts';
import { compareAtGitHub } from './compare-double.ts';
import { answerRequests, createBranch, removeBranch, type StoredRequest } from './request-double.ts';
import type { HostAnswer, HostCall } from './serve-host.ts';

type Schemas = components['schemas'];

/** What a double lets a test change. */
export interface DoubleOptions {
  /** `owner/name` */
  readonly project: string;
  token: string;
  readonly requests: StoredRequest[];
  /** Refuses every commit to the default branch, as for a protected one. */
  isProtected?: boolean;
  /** Refuses commits of a path that this matches. */
  refusedPath?: RegExp;
  /** Runs between the host's look at the files and its commit, where the host has such a gap (GitLab). */
  inGap?: () => Promise<void>;
  /** The most entries of a recursive tree listing. */
  treeLimit?: number;
}

/** Built once: the official schema has 1.2 MB. */
const schema = buildSchema(official.idl, { assumeValid: true });

class HostError extends Error {
  readonly type: string;

  constructor(type: string, message: string) {
    super(message);
    this.type = type;
  }
}

/**
 * GitHub over a bare repository. Queries are validated and answers are formed by the official GraphQL schema; the REST
 * answers have the types of the official OpenAPI description.
 */
export function gitHubDouble(repository: BareRepository, options: DoubleOptions) {
  return async (call: HostCall): Promise<HostAnswer> => {
    if (call.authorization !== `Bearer ${options.token}`) return { status: 401, body: { message: 'Bad credentials' } };
    if (call.path === '/api/v3/meta') return { status: 200, body: { verifiable_password_authentication: false } };
    if (call.path === `/api/v3/repos/${options.project}`) {
      return { status: 200, body: { default_branch: repository.branch } };
    }
    if (call.path === '/api/graphql') return answerQuery(repository, options, call.body);
    const [, rest] = call.path.split(`/api/v3/repos/${options.project}/`);
    if (rest === undefined) return notFound();
    return answerRest(repository, options, call, rest);
  };
}

function notFound(): HostAnswer {
  return { status: 404, body: { message: 'Not Found' } satisfies Schemas['basic-error'] };
}

async function answerQuery(repository: BareRepository, options: DoubleOptions, body: unknown): Promise<HostAnswer> {
  const { query, variables } = body as { query: string; variables: Record<string, unknown> };
  const rootValue = {
    repository: ({ owner, name }: { owner: string; name: string }) => {
      if (`${owner}/${name}` !== options.project) {
        throw new HostError('NOT_FOUND', `Could not resolve to a Repository with the name '${owner}/${name}'.`);
      }
      return repositoryValue(repository);
    },
    createCommitOnBranch: ({ input }: { input: CommitInput }) => createCommit(repository, options, input),
  };
  const result = await graphql({ schema, source: query, rootValue, variableValues: variables });
  const errors = result.errors?.map((error) => ({ ...errorType(error), message: error.message, path: error.path }));
  return { status: 200, body: { ...(result.data ? { data: result.data } : {}), ...(errors ? { errors } : {}) } };
}

function errorType({ originalError }: GraphQLError): { type?: string } {
  return originalError instanceof HostError ? { type: originalError.type } : { type: 'undefinedField' };
}

async function repositoryValue(repository: BareRepository) {
  const refs = await repository.git(['for-each-ref', '--count=1', 'refs/heads/']);
  return {
    isEmpty: refs.length === 0,
    isArchived: false,
    viewerPermission: 'WRITE',
    async ref({ qualifiedName }: { qualifiedName: string }) {
      const head = await repository.head(qualifiedName.replace('refs/heads/', ''));
      return head === undefined ? null : { target: commitValue(repository, head) };
    },
  };
}

function commitValue(repository: BareRepository, oid: string) {
  return {
    __typename: 'Commit',
    oid,
    async file({ path }: { path: string }) {
      const [line] = await repository.list(oid, [path]);
      return line ? { oid: line.oid, type: line.type, mode: Number.parseInt(line.mode, 8) } : null;
    },
  };
}

interface CommitInput {
  readonly branch: { readonly repositoryNameWithOwner: string; readonly branchName: string };
  readonly expectedHeadOid: string;
  readonly message: { readonly headline: string; readonly body?: string };
  readonly fileChanges: {
    readonly additions?: readonly { readonly path: string; readonly contents: string }[];
    readonly deletions?: readonly { readonly path: string }[];
  };
}

async function createCommit(repository: BareRepository, options: DoubleOptions, input: CommitInput) {
  const { branchName: branch, repositoryNameWithOwner } = input.branch;
  if (repositoryNameWithOwner !== options.project)
    throw new HostError('NOT_FOUND', 'Could not resolve to a Repository');
  if (options.isProtected && branch === repository.branch)
    throw new HostError('UNPROCESSABLE', 'Protected branch update failed for main.');
  const { additions = [], deletions = [] } = input.fileChanges;
  if (additions.some(({ path }) => options.refusedPath?.test(path))) {
    throw new HostError('UNPROCESSABLE', 'Repository rule violations found');
  }
  const added = additions.map(({ path, contents }) => [path, Buffer.from(contents, 'base64')] as const);
  const commit = await repository.commit({
    branch,
    message: [input.message.headline, input.message.body].filter(Boolean).join('\n\n'),
    changes: new Map([...added, ...deletions.map(({ path }) => [path, undefined] as const)]),
    parent: input.expectedHeadOid,
  });
  if (commit === undefined) {
    const words = `Expected branch to point to "${await repository.head(branch)}" but it did not. Pull and try again.`;
    throw new HostError('STALE_DATA', words);
  }
  return { commit: commitValue(repository, commit) };
}

async function answerRest(
  repository: BareRepository,
  options: DoubleOptions,
  call: HostCall,
  rest: string,
): Promise<HostAnswer> {
  const [kind = '', second = '', third = ''] = rest.split('/');
  if (rest === 'pulls') return answerRequests(repository, options.requests, 'github', call);
  if (kind === 'git' && second === 'refs')
    return changeReference(repository, call, rest.slice('git/refs/heads/'.length));
  if (kind === 'contents' && call.method === 'PUT')
    return putContents(repository, call, rest.slice('contents/'.length));
  if (kind === 'git' && second === 'blobs') {
    const content = await repository.blob(third);
    const body = {
      content: wrapped(content),
      encoding: 'base64',
      sha: third,
      size: content.length,
      url: '',
      node_id: '',
    };
    return { status: 200, body: body satisfies Schemas['blob'] };
  }
  if (kind === 'git' && second === 'trees') return getTree(repository, options, third, call.query.has('recursive'));
  if (kind === 'compare') return compareAtGitHub(repository, second);
  if (kind === 'tarball')
    return { status: 200, body: await tarball(repository, second), headers: { 'content-type': 'application/x-gzip' } };
  return notFound();
}

async function changeReference(repository: BareRepository, call: HostCall, name: string): Promise<HostAnswer> {
  if (call.method === 'DELETE') return removeBranch(repository, decodeURIComponent(name));
  const { ref, sha } = call.body as { ref: string; sha: string };
  const isMade = await createBranch(repository, ref.replace('refs/heads/', ''), sha);
  if (!isMade) return { status: 422, body: { message: 'Reference already exists' } };
  return { status: 201, body: { ref, object: { type: 'commit', sha } } };
}

/** GitHub breaks base64 into lines. */
function wrapped(content: Buffer): string {
  return content.toString('base64').replace(/.{60}/g, '$&\n');
}

async function putContents(repository: BareRepository, { body }: HostCall, path: string): Promise<HostAnswer> {
  const { message, content, branch } = body as { message: string; content: string; branch: string };
  const parent = await repository.head(branch);
  const changes = new Map([[decodeURIComponent(path), Buffer.from(content, 'base64')]]);
  const sha = await repository.commit({ branch, message, changes, ...(parent === undefined ? {} : { parent }) });
  if (sha === undefined) return { status: 409, body: { message: `${path} does not match` } };
  return { status: 201, body: { content: null, commit: { sha } } satisfies Schemas['file-commit'] };
}

export async function getTree(
  repository: BareRepository,
  { treeLimit = 100_000 }: DoubleOptions,
  tree: string,
  recursive: boolean,
): Promise<HostAnswer> {
  const output = await repository.git(['ls-tree', '-z', ...(recursive ? ['-r', '-t'] : []), '--full-tree', tree]);
  const lines = output.toString().split('\0').filter(Boolean);
  const entries = lines.map((line) => {
    const [head = '', path = ''] = line.split('\t');
    const [mode = '', type = '', sha = ''] = head.split(' ');
    return { mode, type, sha, path };
  });
  const truncated = recursive && entries.length > treeLimit;
  const body = { sha: tree, truncated, tree: truncated ? entries.slice(0, treeLimit) : entries };
  return { status: 200, body: body satisfies Schemas['git-tree'] };
}

export function tarball(repository: BareRepository, commit: string, folder = ''): Promise<Buffer> {
  const paths = folder === '' ? [] : ['--', folder];
  return repository.git(['archive', '--format=tar.gz', `--prefix=archive-${commit.slice(0, 7)}/`, commit, ...paths]);
}
