import type { RepositoryCompareSchema } from '@gitbeaker/rest';
import type { components } from '@octokit/openapi-types';
import type { Compare } from 'gitea-js';
import type { BareRepository } from './bare-repository.ts';
import type { HostAnswer } from './serve-host.ts';

type GitHubComparison = components['schemas']['commit-comparison'];

/** GitHub's own limit of the files in a comparison. */
const GITHUB_LIMIT = 300;

const GONE: HostAnswer = { status: 404, body: { message: 'Not Found' } };

interface ChangedFile {
  readonly before: string;
  readonly after: string;
  readonly kind: 'A' | 'D' | 'M' | 'R';
}

/** “Compare two commits”: from the common ancestor, with renames found. */
export async function compareAtGitHub(repository: BareRepository, range: string): Promise<HostAnswer> {
  const [from = '', to = ''] = range.split('...');
  if (!(await isThere(repository, from))) return GONE;
  const ancestor = await textOf(repository, ['merge-base', from, to]);
  const files = (await changedFiles(repository, ['diff', '-M', ancestor, to])).map(({ before, after, kind }) => ({
    filename: after,
    status: ({ A: 'added', D: 'removed', M: 'modified', R: 'renamed' } as const)[kind],
    ...(kind === 'R' ? { previous_filename: before } : {}),
  }));
  const status = from === to ? 'identical' : ancestor === from ? 'ahead' : 'diverged';
  const body: Pick<GitHubComparison, 'status'> & {
    readonly files: Partial<NonNullable<GitHubComparison['files']>[0]>[];
  } = { status, files: files.slice(0, GITHUB_LIMIT) };
  return { status: 200, body };
}

/** “Compare branches, tags, or commits”, of the commits themselves. */
export async function compareAtGitLab(repository: BareRepository, query: URLSearchParams): Promise<HostAnswer> {
  const [from, to] = [query.get('from') ?? '', query.get('to') ?? ''];
  if (!(await isThere(repository, from))) return GONE;
  const since = query.get('straight') === 'true' ? from : await textOf(repository, ['merge-base', from, to]);
  const files = await changedFiles(repository, ['diff', '-M', since, to]);
  const diffs = files.map(({ before, after }) => ({ old_path: before, new_path: after }));
  const body: Pick<RepositoryCompareSchema, 'compare_timeout'> & {
    readonly diffs: Partial<NonNullable<RepositoryCompareSchema['diffs']>[0]>[];
  } = { compare_timeout: false, diffs };
  return { status: 200, body };
}

/** “Get commit comparison information”: commits with their files; of a merge only what none of its parents has. */
export async function compareAtGitea(repository: BareRepository, range: string): Promise<HostAnswer> {
  const [from = '', to = ''] = range.split('...');
  if (!(await isThere(repository, from))) return GONE;
  const lines = (await textOf(repository, ['rev-list', '--parents', `${from}..${to}`])).split('\n').filter(Boolean);
  const commits = await Promise.all(
    lines.map(async (line) => {
      const [sha = '', ...parents] = line.split(' ');
      const files = await changedFiles(repository, ['diff-tree', '--no-commit-id', '-r', '-c', '--no-renames', sha]);
      return {
        sha,
        parents: parents.map((parent) => ({ sha: parent })),
        files: files.map(({ after }) => ({ filename: after })),
      };
    }),
  );
  return { status: 200, body: { total_commits: commits.length, commits } satisfies Compare };
}

async function textOf(repository: BareRepository, args: readonly string[]): Promise<string> {
  return (await repository.git(args)).toString().trim();
}

async function isThere(repository: BareRepository, commit: string): Promise<boolean> {
  return repository.git(['cat-file', '-e', `${commit}^{commit}`]).then(
    () => true,
    () => false,
  );
}

async function changedFiles(repository: BareRepository, args: readonly string[]): Promise<ChangedFile[]> {
  const [command = '', ...rest] = args;
  const parts = (await repository.git([command, '--name-status', '-z', ...rest])).toString().split('\0');
  const files: ChangedFile[] = [];
  for (let at = 0; at < parts.length - 1; ) {
    const kind = (parts[at++] ?? 'M').slice(0, 1) as ChangedFile['kind'];
    const before = parts[at++] ?? '';
    files.push({ kind, before, after: kind === 'R' ? (parts[at++] ?? '') : before });
  }
  return files;
}
