import { expect, test } from 'vitest';
import { toFailure } from '../../../../src/core/model/failure.ts';
import { gitHostKind } from '../../../../src/delivery/targets/git-host/git-host-kind.ts';
import type { TargetRecord } from '../../../../src/library/model/target-record.ts';
import { HOST_NAMES, HOSTS, hostBench, TOKEN } from '../../../fakes/git-hosts/host-bench.ts';
import { freePort } from '../../../servers/program-server.ts';

const KINDS = { GitHub: 'github', GitLab: 'gitlab', Gitea: 'gitea' } as const;

function recordAt(origin: string, config: Record<string, unknown>): TargetRecord {
  return {
    id: 'git-host:1',
    kind: 'git-host',
    name: 'archive',
    access: { by: 'origins', origins: [] },
    config: { origin, folder: '_posts', ...config },
    connectedAt: 0,
  };
}

function network(token: string) {
  const http = {
    fetch: (url: string, init: RequestInit) => fetch(url, init),
    now: Date.now,
    wait: async () => undefined,
  };
  return { http, readSecret: async () => token, deviceId: async () => 'test' };
}

test.each(HOST_NAMES)('%s: a test finds the kind and the branch, leaves no file, and opens', async (name) => {
  const { served, repository } = await hostBench(name);
  await repository.write('_posts/a.md', 'there');
  const record = recordAt(served.origin, { project: HOSTS[name].project });
  const tested = await gitHostKind.test(record, network(TOKEN));
  expect(tested.config).toMatchObject({ host: KINDS[name], branch: 'main', folder: '_posts' });
  expect(tested.limits).toEqual(name === 'GitLab' ? ['update-races'] : []);
  expect(await repository.files()).toEqual({ '_posts/a.md': 'there' });

  const opened = { ...record, config: tested.config };
  const directory = gitHostKind.directory(opened, { network: network(TOKEN) });
  expect((await directory.list('')).map((entry) => entry.name)).toEqual(['a.md']);
});

test.each(HOST_NAMES)('%s: a wrong token, a protected branch and a missing repository are told apart', async (name) => {
  const { served, repository, options } = await hostBench(name);
  await repository.write('a.md', 'there');
  const config = { host: KINDS[name], project: HOSTS[name].project, branch: 'main' };
  const codeOf = async (changes: Record<string, unknown>, token = TOKEN): Promise<string | undefined> => {
    const record = recordAt(served.origin, { ...config, ...changes });
    const failure = await gitHostKind.test(record, network(token)).then(() => undefined, toFailure);
    expect(failure?.detail ?? '').not.toContain(token);
    return failure?.code;
  };
  expect(await codeOf({}, 'wrong-token')).toBe('auth-expired');
  expect(await codeOf({}, '令牌')).toBe('auth-expired');
  expect(await codeOf({}, ` ${TOKEN}\n`)).toBeUndefined();
  expect(await codeOf({ project: 'reader/other' })).toBe('repository-gone');
  expect(await codeOf({ branch: 'gone' })).toBe('repository-gone');
  options.isProtected = true;
  // Gitea's answer does not tell a protected branch from a missing right.
  expect(await codeOf({})).toBe(name === 'Gitea' ? 'access-denied' : 'branch-protected');
  expect(await repository.files()).toEqual({ 'a.md': 'there' });
});

test('a host of unknown kind that is away, refuses or asks to wait says so; only a page is of no host', async () => {
  const { served } = await hostBench('GitLab');
  const codeOf = async (origin: string) => {
    const tested = gitHostKind.test(recordAt(origin, { project: 'readers/press/archive' }), network(TOKEN));
    return tested.then(() => undefined, toFailure).then((failure) => failure?.code);
  };
  const answering = (status: number, body: string | object) => {
    served.fault = () => ({ answer: { status, body: typeof body === 'string' ? Buffer.from(body) : body } });
    return codeOf(served.origin);
  };
  expect(await codeOf(`http://127.0.0.1:${await freePort()}`)).toBe('offline');
  expect(await answering(503, { message: 'Service Unavailable' })).toBe('offline');
  expect(await answering(429, { message: 'Retry later' })).toBe('rate-limited');
  expect(await answering(403, { error: 'insufficient_scope' })).toBe('access-denied');
  expect(await answering(200, '<!doctype html><p>Welcome</p>')).toBe('server-unsupported');
});
