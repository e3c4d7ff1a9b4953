import { ClipError } from '../../../core/model/failure.ts';
import type { TargetRecord } from '../../../library/model/target-record.ts';
import type { NetworkDeps } from '../target-kind.ts';
import type { GitHostConfig, HostKind, SettledConfig } from './git-host-config.ts';
import { type HostHttp, refusal } from './host-http.ts';
import { configOf, httpOf } from './open-host.ts';
import { fieldAt } from './reply-fields.ts';

/** Requests that only a host of that kind answers, below its API's root. */
const SIGNS: readonly { readonly host: HostKind; readonly path: string; readonly field: string }[] = [
  { host: 'gitea', path: '/version', field: 'version' },
  { host: 'gitlab', path: '/version', field: 'revision' },
  { host: 'github', path: '/meta', field: 'verifiable_password_authentication' },
];

/**
 * Finds the kind of host and the default branch where an address leaves them open. Only reads.
 *
 * @throws {ClipError} `server-unsupported` where it is not a known host; `auth-expired`, `repository-gone` …
 */
export async function settleConfig(
  record: TargetRecord,
  deps: NetworkDeps,
  signal: AbortSignal,
): Promise<SettledConfig> {
  const config = configOf(record);
  const host = config.host ?? (await findKind(record, deps, signal));
  const branch = config.branch ?? (await defaultBranch(config, host, httpOf(record, host, deps), signal));
  return { ...config, host, branch };
}

async function findKind(record: TargetRecord, deps: NetworkDeps, signal: AbortSignal): Promise<HostKind> {
  let reason: ClipError | undefined;
  for (const { host, path, field } of SIGNS) {
    try {
      const reply = await httpOf(record, host, deps).send({ path }, signal);
      if (reply.status === 200 && fieldAt(reply.body, field) !== undefined) return host;
      if (reply.status === 403) reason ??= refusal(reply);
    } catch (error) {
      if (!(error instanceof ClipError)) throw error;
      // A host of another kind may answer with a page: that says nothing.
      if (error.cause instanceof SyntaxError) continue;
      // A wrong token is refused before the host says what it is.
      if (!reason || error.code === 'auth-expired') reason = error;
    }
  }
  throw reason ?? new ClipError('server-unsupported', record.name);
}

async function defaultBranch(config: GitHostConfig, host: HostKind, http: HostHttp, signal: AbortSignal) {
  const names = config.project.split('/').map(encodeURIComponent);
  const path = host === 'gitlab' ? `/projects/${names.join('%2F')}` : `/repos/${names.join('/')}`;
  const reply = await http.send({ path }, signal);
  if (reply.status !== 200) throw refusal(reply);
  const branch = fieldAt(reply.body, 'default_branch');
  return typeof branch === 'string' && branch !== '' ? branch : 'main';
}
