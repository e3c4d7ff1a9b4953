import { Gitlab } from '@gitbeaker/rest';
import { giteaApi } from 'gitea-js';
import { expect, test } from 'vitest';
import { HOSTS, hostBench, TOKEN } from '../../../fakes/git-hosts/host-bench.ts';
import type { HostCall } from '../../../fakes/git-hosts/serve-host.ts';

const signal = new AbortController().signal;
const content = new TextEncoder().encode('Text 渡轮.\n');
const BASE64 = Buffer.from(content).toString('base64');

/** A request without what differs from client to client: the spelling of the sign-in, and query order. */
function essence({ method, path, query, body }: HostCall) {
  return { method, path, query: Object.fromEntries([...query].sort()), body };
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
});
