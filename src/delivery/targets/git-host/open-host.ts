import { ClipError } from '../../../core/model/failure.ts';
import type { TargetRecord } from '../../../library/model/target-record.ts';
import type { NetworkDeps } from '../target-kind.ts';
import type { GitHost } from './git-host.ts';
import { apiRoot, type GitHostConfig, type HostKind, readGitHostConfig } from './git-host-config.ts';
import { gitea } from './gitea.ts';
import { gitHub, type RepositoryDeps } from './github.ts';
import { gitLab } from './gitlab.ts';
import { type HostHttp, hostHttp } from './host-http.ts';

const ADAPTERS: Readonly<Record<HostKind, (deps: RepositoryDeps) => GitHost>> = {
  github: gitHub,
  gitlab: gitLab,
  gitea,
};

/** @throws {ClipError} `target-unknown` where the config is damaged. */
export function configOf({ name, config }: Pick<TargetRecord, 'name' | 'config'>): GitHostConfig {
  const read = readGitHostConfig(config);
  if (!read) throw new ClipError('target-unknown', name);
  return read;
}

/** The branch of a record. @throws {ClipError} `target-unknown` where it was never tested: host or branch are open. */
export function hostOf(record: TargetRecord, deps: NetworkDeps): GitHost {
  const { host, branch, ...config } = configOf(record);
  if (host === undefined || branch === undefined) throw new ClipError('target-unknown', `${record.name}: not tested`);
  return openHost({ ...config, host, branch }, httpOf(record, host, deps));
}

export function openHost(
  { host, origin, project, branch }: GitHostConfig & { readonly host: HostKind; readonly branch: string },
  http: HostHttp,
): GitHost {
  return ADAPTERS[host]({ http, api: apiRoot(host, origin), project, branch });
}

/** Requests with the token of a record. It is read when the first one is sent. */
export function httpOf(record: TargetRecord, host: HostKind, { http, readSecret }: NetworkDeps): HostHttp {
  const api = apiRoot(host, configOf(record).origin);
  const open = async (): Promise<HostHttp> =>
    hostHttp({ fetch: http.fetch, now: http.now, api, token: await readSecret(record.id) });
  let opened: Promise<HostHttp> | undefined;
  const once = (): Promise<HostHttp> => (opened ??= open());
  return {
    send: async (request, signal) => (await once()).send(request, signal),
    stream: async (request, signal) => (await once()).stream(request, signal),
  };
}
