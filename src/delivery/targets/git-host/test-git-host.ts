import { ClipError } from '../../../core/model/failure.ts';
import type { TargetRecord } from '../../../library/model/target-record.ts';
import { isUnencrypted } from '../origin-access.ts';
import type { NetworkDeps } from '../target-kind.ts';
import type { TargetLimit, TargetTest } from '../target-test.ts';
import { gitBlobId } from './git-blob-id.ts';
import { type GitHost, HeadMoved } from './git-host.ts';
import { apiRoot, type GitHostConfig } from './git-host-config.ts';
import { httpOf, openHost } from './open-host.ts';
import { inRepository } from './repository-path.ts';
import { settleConfig } from './settle-config.ts';

const TRIES = 3;

/**
 * Tries a repository out: finds the kind of host and the default branch where they are open, commits a small file,
 * reads it back and removes it.
 *
 * @throws {ClipError} `auth-expired`, `access-denied`, `repository-gone`, `server-unsupported` where it is not a
 * known host, `not-kept` …
 */
export async function testGitHost(record: TargetRecord, deps: NetworkDeps, signal: AbortSignal): Promise<TargetTest> {
  const whole = await settleConfig(record, deps, signal);
  const { host, origin } = whole;
  await tryFile(openHost(whole, httpOf(record, host, deps)), whole, signal);
  const limits: TargetLimit[] = isUnencrypted(apiRoot(host, origin)) ? ['unencrypted'] : [];
  // GitLab compares a file's last commit before it writes, not while.
  return { config: whole, limits: host === 'gitlab' ? [...limits, 'update-races'] : limits };
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
