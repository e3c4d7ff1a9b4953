import { Gitlab } from '@gitbeaker/rest';
import type { operations } from '@octokit/openapi-types';
import { giteaApi } from 'gitea-js';
import { expect, test } from 'vitest';
import { hostHttp } from '../../../../src/delivery/targets/git-host/host-http.ts';
import { mergeRequests } from '../../../../src/delivery/targets/git-host/merge-requests.ts';
import { HOSTS, type HostBench, type HostName, hostBench, TOKEN } from '../../../fakes/git-hosts/host-bench.ts';
import type { HostCall } from '../../../fakes/git-hosts/serve-host.ts';

const signal = new AbortController().signal;
const content = new TextEncoder().encode('Text 渡轮.\n');
const BASE64 = Buffer.from(content).toString('base64');

/** A request without what differs from client to client: the spelling of the sign-in, query order, an empty body. */
function essence({ method, path, query, body }: HostCall) {
  const isEmpty = typeof body === 'object' && body !== null && Object.keys(body).length === 0;
  return { method, path, query: Object.fromEntries([...query].sort()), body: isEmpty ? undefined : body };
}

const REQUEST = { source: 'jianbao/渡轮-1', target: 'main', title: 'Clips', description: 'Posts.' };

/** What the adapter asks of a host to open a merge request and to make and remove its branch. */
async function askForRequest(
  { served, repository, options }: HostBench,
  name: HostName,
): Promise<(HostCall | undefined)[]> {
  const { api, project } = HOSTS[name];
  const http = hostHttp({ fetch, api: served.origin + api, token: TOKEN, now: Date.now });
  const kind = ({ GitHub: 'github', GitLab: 'gitlab', Gitea: 'gitea' } as const)[name];
  const requests = mergeRequests(kind, served.origin, { http, api: served.origin + api, project, branch: 'main' });
  const head = (await repository.head()) ?? '';
  await requests.createBranch(REQUEST.source, head, signal);
  const changes = new Map([['b.md', Buffer.from('clip')]]);
  await repository.commit({ branch: REQUEST.source, message: 'Clip', changes, parent: head });
  await requests.open(REQUEST, signal);
  await requests.list('main', 'open', signal);
  await requests.removeBranch(REQUEST.source, signal);
  options.requests.length = 0;
  return served.calls.splice(0);
}

test('GitLab is asked as its published client asks', async () => {
  const { served, host, repository } = await hostBench('GitLab');
  await repository.write('_posts/b 渡.md', 'before');
  const { project } = HOSTS.GitLab;
  const client = new Gitlab({ host: served.origin, token: TOKEN });
  const entry = (await host().look(['_posts/b 渡.md'], signal)).entries.get('_posts/b 渡.md');
  const looked = served.calls.splice(0).map(essence);
  expect(looked).toEqual([
    {
      method: 'HEAD',
      path: expect.stringContaining('/files/_posts%2Fb%20%E6%B8%A1.md'),
      query: { ref: 'main' },
      body: undefined,
    },
  ]);

  const changes = [{ path: 'a.md', content }, ...(entry ? [{ path: '_posts/b 渡.md', content, replaces: entry }] : [])];
  await host().commit({ message: 'Clip', changes }, signal);
  const [ours] = served.calls.splice(0);
  const actions = [
    { action: 'create', filePath: 'a.md', content: BASE64, encoding: 'base64' } as const,
    {
      action: 'update',
      filePath: '_posts/b 渡.md',
      content: BASE64,
      encoding: 'base64',
      lastCommitId: entry?.lastCommit ?? '',
    } as const,
  ];
  await client.Commits.create(project, 'main', 'Clip', actions).catch((error: unknown) => error);
  const [theirs] = served.calls.splice(0);
  expect(ours && essence(ours)).toEqual(theirs && essence(theirs));

  await host().head(signal);
  await client.Branches.show(project, 'main');
  const [ourHead, theirHead] = served.calls.splice(0).map(essence);
  expect(ourHead).toEqual(theirHead);

  const commit = (await repository.head()) ?? '';
  await host().changedPaths(commit, commit, signal);
  await client.Repositories.compare(project, commit, commit, { straight: true });
  const [ourCompare, theirCompare] = served.calls.splice(0).map(essence);
  expect(ourCompare).toEqual(theirCompare);
});

test('Gitea is asked as its published client asks', async () => {
  const { served, host, repository } = await hostBench('Gitea');
  await repository.write('_posts/b.md', 'before');
  const [owner = '', name = ''] = HOSTS.Gitea.project.split('/');
  const client = giteaApi(served.origin, { token: TOKEN });
  const entry = (await host().look(['_posts/b.md'], signal)).entries.get('_posts/b.md');
  await client.repos.repoGetContents(owner, name, encodeURIComponent('_posts/b.md').replace('%2F', '/'), {
    ref: 'main',
  });
  const [ourLook, theirLook] = served.calls.splice(0).map(essence);
  expect(ourLook).toEqual(theirLook);

  const changes = [{ path: 'a.md', content }, ...(entry ? [{ path: '_posts/b.md', content, replaces: entry }] : [])];
  await host().commit({ message: 'Clip', changes }, signal);
  const [ours] = served.calls.splice(0);
  const files = [
    { operation: 'create', path: 'a.md', content: BASE64 } as const,
    { operation: 'update', path: '_posts/b.md', content: BASE64, sha: entry?.oid ?? '' } as const,
  ];
  await client.repos
    .repoChangeFiles(owner, name, { branch: 'main', message: 'Clip', files })
    .catch((error: unknown) => error);
  const [theirs] = served.calls.splice(0);
  expect(ours && essence(ours)).toEqual(theirs && essence(theirs));

  await host().head(signal);
  await client.repos.repoGetBranch(owner, name, 'main');
  const [ourHead, theirHead] = served.calls.splice(0).map(essence);
  expect(ourHead).toEqual(theirHead);

  const commit = (await repository.head()) ?? '';
  await host().changedPaths(commit, commit, signal);
  await client.repos.repoCompareDiff(owner, name, `${commit}...${commit}`);
  const [ourCompare, theirCompare] = served.calls.splice(0).map(essence);
  expect(ourCompare).toEqual(theirCompare);
});

test('GitLab is asked for a merge request as its published client asks', async () => {
  const bench = await hostBench('GitLab');
  await bench.repository.write('a.md', 'there');
  const [branch, open, list, remove] = await askForRequest(bench, 'GitLab');
  const { project } = HOSTS.GitLab;
  const client = new Gitlab({ host: bench.served.origin, token: TOKEN });
  const head = (await bench.repository.head()) ?? '';
  const { source, target, title, description } = REQUEST;
  await client.Branches.create(project, source, head);
  await client.MergeRequests.create(project, source, target, title, { description, removeSourceBranch: true });
  const filter = {
    projectId: project,
    state: 'opened',
    targetBranch: target,
    perPage: 50,
    page: 1,
    maxPages: 1,
  } as const;
  await client.MergeRequests.all(filter);
  await client.Branches.remove(project, source);
  const theirs = bench.served.calls.splice(0).map(essence);
  expect([branch, open, list, remove].map((call) => call && essence(call))).toEqual(theirs);
});

test('Gitea is asked for a pull request as its published client asks', async () => {
  const bench = await hostBench('Gitea');
  await bench.repository.write('a.md', 'there');
  const ours = await askForRequest(bench, 'Gitea');
  const [owner = '', name = ''] = HOSTS.Gitea.project.split('/');
  const { repos } = giteaApi(bench.served.origin, { token: TOKEN });
  const head = (await bench.repository.head()) ?? '';
  const { source, target, title, description } = REQUEST;
  await repos.repoCreateBranch(owner, name, { new_branch_name: source, old_ref_name: head });
  await repos.repoCreatePullRequest(owner, name, { head: source, base: target, title, body: description });
  await repos.repoListPullRequests(owner, name, { state: 'open', page: 1, limit: 50 });
  await repos.repoDeleteBranch(owner, name, encodeURIComponent(source).replace('%2F', '/'));
  expect(ours.map((call) => call && essence(call))).toEqual(bench.served.calls.splice(0).map(essence));
});

test('GitHub is asked for a pull request as its official description has it', async () => {
  const bench = await hostBench('GitHub');
  await bench.repository.write('a.md', 'there');
  const [branch, open, list, remove] = (await askForRequest(bench, 'GitHub')).map((call) => call && essence(call));
  const { source, target, title, description } = REQUEST;
  const home = `/api/v3/repos/${HOSTS.GitHub.project}`;
  type Body<Name extends 'git/create-ref' | 'pulls/create'> = NonNullable<
    operations[Name]['requestBody']
  >['content']['application/json'];
  type Query = Record<keyof NonNullable<operations['pulls/list']['parameters']['query']>, string>;
  const sha = (await bench.repository.head()) ?? '';
  const ref = { ref: `refs/heads/${source}`, sha } satisfies Body<'git/create-ref'>;
  const pull = { title, head: source, base: target, body: description } satisfies Body<'pulls/create'>;
  const query = { base: target, page: '1', per_page: '50', state: 'open' } satisfies Partial<Query>;
  expect(branch).toEqual({ method: 'POST', path: `${home}/git/refs`, query: {}, body: ref });
  expect(open).toEqual({ method: 'POST', path: `${home}/pulls`, query: {}, body: pull });
  expect(list).toEqual({ method: 'GET', path: `${home}/pulls`, query, body: undefined });
  const encoded = source.split('/').map(encodeURIComponent).join('/');
  expect(remove).toEqual({ method: 'DELETE', path: `${home}/git/refs/heads/${encoded}`, query: {}, body: undefined });
});
