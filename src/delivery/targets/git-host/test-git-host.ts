import { ClipError } from '../../../core/model/failure.ts';
import type { TargetRecord } from '../../../library/model/target-record.ts';
import { isUnencrypted } from '../origin-access.ts';
import type { NetworkDeps } from '../target-kind.ts';
import type { TargetLimit, TargetTest } from '../target-test.ts';
import { gitBlobId } from './git-blob-id.ts';
import { type GitHost, HeadMoved } from './git-host.ts';
import { apiRoot, type GitHostConfig, type SettledConfig } from './git-host-config.ts';
import type { HostHttp } from './host-http.ts';
import { mergeRequests } from './merge-requests.ts';
import { httpOf, openBranch, openHost, repositoryOf } from './open-host.ts';
import { inRepository } from './repository-path.ts';
import { settleConfig } from './settle-config.ts';

const TRIES = 3;

/**
 * Tries a repository out: finds the kind of host and the default branch where they are open, commits a small file,
 * reads it back and removes it. Where posts go to merge requests, on a branch that is removed as well.
 *
 * @throws {ClipError} `auth-expired`, `access-denied`, `repository-gone`, `server-unsupported` where it is not a
 * known host, `not-kept` …
 */
export async function testGitHost(record: TargetRecord, deps: NetworkDeps, signal: AbortSignal): Promise<TargetTest> {
  const whole = await settleConfig(record, deps, signal);
  const { host, origin } = whole;
  const http = httpOf(record, host, deps);
  if (whole.mergeRequest) await tryBranch(whole, http, signal);
  else await tryFile(openHost(whole, http), whole, signal);
  const limits: TargetLimit[] = isUnencrypted(apiRoot(host, origin)) ? ['unencrypted'] : [];
  // GitLab compares a file's last commit before it writes, not while.
  return { config: whole, limits: host === 'gitlab' ? [...limits, 'update-races'] : limits };
}

/**
 * The same on a branch that is removed again, as merge requests are made from one. No request is opened; that they can
 * be listed shows that the token may see them.
 */
async function tryBranch(config: SettledConfig, http: HostHttp, signal: AbortSignal): Promise<void> {
  const requests = mergeRequests(config.host, config.origin, repositoryOf(config, config.branch, http));
  await requests.list(config.branch, 'open', signal);
  const head = await openBranch(config, config.branch, http, true).head(signal);
  if (head === undefined) throw new ClipError('repository-gone', `${config.branch} has no commit yet`);
  const name = `jianbao/test-${crypto.randomUUID().slice(0, 8)}`;
  if (!(await requests.createBranch(name, head, signal))) throw new ClipError('not-kept', name);
  try {
    await tryFile(openBranch(config, name, http), config, signal);
  } finally {
    await requests.removeBranch(name, signal);
  }
}

async function tryFile(host: GitHost, { folder }: GitHostConfig, signal: AbortSignal): Promise<void> {
  const path = inRepository(folder, `jianbao-test-${crypto.randomUUID().slice(0, 8)}.md`);
  const content = new TextEncoder().encode('Written by Jianbao to try this place out. It can be removed.\n');
  const commit = await tried(async () => {
    const head = await host.head(signal);
    const change = { message: 'Test of Jianbao: write', changes: [{ path, content }] };
    return (await host.commit({ ...change, ...(head === undefined ? {} : { head }) }, signal)).commit;
  });
  const entry = (await host.look([path], signal)).entries.get(path);
  if (entry?.oid !== (await gitBlobId(content, commit))) throw new ClipError('not-kept', path);
  await tried(() => host.remove(path, entry, 'Test of Jianbao: remove', signal));
}

/** Others may commit in between. */
async function tried<T>(work: () => Promise<T>): Promise<T> {
  for (let n = 1; ; n++) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof HeadMoved) || n === TRIES) throw error;
    }
  }
}
