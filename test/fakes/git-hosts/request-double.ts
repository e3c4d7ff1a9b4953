import type { MergeRequestSchema } from '@gitbeaker/rest';
import type { components } from '@octokit/openapi-types';
import type { PullRequest } from 'gitea-js';
import type { BareRepository } from './bare-repository.ts';
import type { HostAnswer, HostCall } from './serve-host.ts';

/** A merge request as a double keeps it. */
export interface StoredRequest {
  readonly number: number;
  readonly source: string;
  readonly target: string;
  readonly title: string;
  state: 'open' | 'closed' | 'merged';
  /** From a fork of the repository. */
  readonly isFromFork?: boolean;
}

type GitHubPull = components['schemas']['pull-request-simple'];

/** What of an answer the tests look at, in the names and types of the official description. */
type PartOf<T> = { readonly [Name in keyof T]?: PartOf<T[Name]> | null };

const REPOSITORY = 1;
const FORK = 2;

/** How each host spells a request. */
const SPELLINGS = {
  github: ({ number, source, target, title, state, isFromFork }: StoredRequest) =>
    ({
      number,
      title,
      state: state === 'open' ? 'open' : 'closed',
      head: { ref: source, repo: { id: isFromFork ? FORK : REPOSITORY } },
      base: { ref: target, repo: { id: REPOSITORY } },
    }) satisfies PartOf<GitHubPull>,
  gitlab: ({ number, source, target, title, state, isFromFork }: StoredRequest) =>
    ({
      iid: number,
      title,
      state: state === 'open' ? 'opened' : state,
      source_branch: source,
      target_branch: target,
      source_project_id: isFromFork ? FORK : REPOSITORY,
      target_project_id: REPOSITORY,
    }) satisfies PartOf<MergeRequestSchema>,
  gitea: ({ number, source, target, title, state, isFromFork }: StoredRequest) =>
    ({
      number,
      title,
      state: state === 'open' ? 'open' : 'closed',
      head: { ref: source, repo_id: isFromFork ? FORK : REPOSITORY },
      base: { ref: target, repo_id: REPOSITORY },
    }) satisfies PartOf<PullRequest>,
} as const;

type Spelling = keyof typeof SPELLINGS;

/** “List” and “create” of merge requests. */
export async function answerRequests(
  repository: BareRepository,
  requests: StoredRequest[],
  spelling: Spelling,
  call: HostCall,
): Promise<HostAnswer> {
  const spelled: (request: StoredRequest) => unknown = SPELLINGS[spelling];
  if (call.method === 'GET') {
    const { query } = call;
    const [state, target] = [query.get('state'), query.get('base') ?? query.get('target_branch')];
    const size = Number(query.get('per_page') ?? query.get('limit'));
    const found = requests.filter(
      (each) => (state === 'all' || each.state === 'open') && (target === null || each.target === target),
    );
    const start = (Number(query.get('page')) - 1) * size;
    return {
      status: 200,
      body: found
        .toReversed()
        .slice(start, start + size)
        .map(spelled),
    };
  }
  const body = call.body as Record<string, string>;
  const [source = '', target = ''] = [body['head'] ?? body['source_branch'], body['base'] ?? body['target_branch']];
  const isOpen = requests.some((each) => each.source === source && each.target === target && each.state === 'open');
  if (isOpen) return openAlready(spelling, source);
  const [head, base] = [await repository.head(source), await repository.head(target)];
  if (spelling === 'github' && head === base) return invalid(`No commits between ${target} and ${source}`);
  const made: StoredRequest = {
    number: requests.length + 1,
    source,
    target,
    title: body['title'] ?? '',
    state: 'open',
  };
  requests.push(made);
  return { status: 201, body: spelled(made) };
}

function openAlready(spelling: Spelling, source: string): HostAnswer {
  if (spelling === 'github') return invalid(`A pull request already exists for reader:${source}.`);
  const message =
    spelling === 'gitlab'
      ? ['Another open merge request already exists for this source branch: !1']
      : 'pull request already exists for these targets';
  return { status: 409, body: { message } };
}

function invalid(message: string): HostAnswer {
  return { status: 422, body: { message: 'Validation Failed', errors: [{ resource: 'PullRequest', message }] } };
}

/** “Create a branch” at a commit. Nothing where the name is taken. */
export async function createBranch(repository: BareRepository, name: string, commit: string): Promise<boolean> {
  try {
    await repository.git(['update-ref', `refs/heads/${name}`, commit, '0'.repeat(commit.length)]);
    return true;
  } catch {
    return false;
  }
}

export async function removeBranch(repository: BareRepository, name: string): Promise<HostAnswer> {
  await repository.git(['update-ref', '-d', `refs/heads/${name}`]);
  return { status: 204 };
}
