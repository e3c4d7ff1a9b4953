import { ClipError } from '../../../core/model/failure.ts';
import type { TargetRecord } from '../../../library/model/target-record.ts';
import { isUnencrypted } from '../origin-access.ts';
import type { NetworkDeps } from '../target-kind.ts';
import type { TargetLimit, TargetTest } from '../target-test.ts';
import { gitBlobId } from './git-blob-id.ts';
import { type GitHost, HeadMoved } from './git-host.ts';
import { apiRoot, type GitHostConfig, type HostKind } from './git-host-config.ts';
import { type HostHttp, refusal } from './host-http.ts';
import { configOf, httpOf, openHost } from './open-host.ts';
import { fieldAt } from './reply-fields.ts';
import { inRepository } from './repository-path.ts';

/** Requests that only a host of that kind answers, below its API's root. */
const SIGNS: readonly { readonly host: HostKind; readonly path: string; readonly field: string }[] = [
  { host: 'gitea', path: '/version', field: 'version' },
  { host: 'gitlab', path: '/version', field: 'revision' },
  { host: 'github', path: '/meta', field: 'verifiable_password_authentication' },
];

const TRIES = 3;

/**
 * Tries a repository out: finds the kind of host and the default branch where they are open, commits a small file,
 * reads it back and removes it.
 *
 * @throws {ClipError} `auth-expired`, `access-denied`, `repository-gone`, `server-unsupported` where it is not a
 * known host, `not-kept` …
 */
export async function testGitHost(record: TargetRecord, deps: NetworkDeps, signal: AbortSignal): Promise<TargetTest> {
  const config = configOf(record);
  const host = config.host ?? (await findKind(record, deps, signal));
  const http = httpOf(record, host, deps);
  const branch = config.branch ?? (await defaultBranch(config, host, http, signal));
  const whole = { ...config, host, branch };
  await tryFile(openHost(whole, http), config, signal);
  const limits: TargetLimit[] = isUnencrypted(apiRoot(host, config.origin)) ? ['unencrypted'] : [];
  // GitLab compares a file's last commit before it writes, not while.
  return { config: whole, limits: host === 'gitlab' ? [...limits, 'update-races'] : limits };
}

async function findKind(record: TargetRecord, deps: NetworkDeps, signal: AbortSignal): Promise<HostKind> {
  for (const { host, path, field } of SIGNS) {
    const reply = await httpOf(record, host, deps)
      .send({ path }, signal)
      .catch((error: unknown) => otherHost(error));
    if (reply?.status === 200 && fieldAt(reply.body, field) !== undefined) return host;
  }
  throw new ClipError('server-unsupported', record.name);
}

/** A host of another kind may answer with a page. Only a line that is down says nothing about the kind. */
function otherHost(error: unknown): undefined {
  if (!(error instanceof ClipError)) throw error;
}

async function defaultBranch(config: GitHostConfig, host: HostKind, http: HostHttp, signal: AbortSignal) {
  const names = config.project.split('/').map(encodeURIComponent);
  const path = host === 'gitlab' ? `/projects/${names.join('%2F')}` : `/repos/${names.join('/')}`;
  const reply = await http.send({ path }, signal);
  if (reply.status !== 200) throw refusal(reply);
  const branch = fieldAt(reply.body, 'default_branch');
  return typeof branch === 'string' && branch !== '' ? branch : 'main';
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
