import { ClipError } from '../../../core/model/failure.ts';
import type { TargetRecord } from '../../../library/model/target-record.ts';
import { bearerToken } from '../../http/bearer-token.ts';
import type { NetworkDeps } from '../target-kind.ts';
import type { GitHost } from './git-host.ts';
import {
  apiRoot,
  type GitHostConfig,
  type HostKind,
  readGitHostConfig,
  type SettledConfig,
} from './git-host-config.ts';
import { gitea } from './gitea.ts';
import { gitHub, type RepositoryDeps } from './github.ts';
import { gitLab } from './gitlab.ts';
import { type HostHttp, hostHttp } from './host-http.ts';
import { mergeRequestHost } from './merge-request-host.ts';
import { mergeRequests } from './merge-requests.ts';

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

/** @param config with `mergeRequest`, posts go to a branch of Jianbao's; see `merge-request-host.ts`. */
export function openHost(config: SettledConfig, http: HostHttp): GitHost {
  const { host, origin, branch, mergeRequest } = config;
  if (!mergeRequest) return openBranch(config, branch, http);
  const isOpen = new Map<string, GitHost>();
  return mergeRequestHost({
    target: branch,
    openBranch(name) {
      const opened = isOpen.get(name) ?? openBranch(config, name, http, name === branch);
      isOpen.set(name, opened);
      return opened;
    },
    requests: mergeRequests(host, origin, repositoryOf(config, branch, http)),
  });
}

/** One branch of the repository. @param mayBeProtected nothing is pushed to it. */
export function openBranch(config: SettledConfig, branch: string, http: HostHttp, mayBeProtected = false): GitHost {
  return ADAPTERS[config.host]({ ...repositoryOf(config, branch, http), mayBeProtected });
}

export function repositoryOf({ host, origin, project }: SettledConfig, branch: string, http: HostHttp): RepositoryDeps {
  return { http, api: apiRoot(host, origin), project, branch };
}

/** Requests with the token of a record. It is read when the first one is sent. */
export function httpOf(record: TargetRecord, host: HostKind, { http, readSecret }: NetworkDeps): HostHttp {
  const api = apiRoot(host, configOf(record).origin);
  const open = async (): Promise<HostHttp> =>
    hostHttp({ fetch: http.fetch, now: http.now, api, token: bearerToken(await readSecret(record.id)) });
  let opened: Promise<HostHttp> | undefined;
  const once = (): Promise<HostHttp> => (opened ??= open());
  return {
    send: async (request, signal) => (await once()).send(request, signal),
    stream: async (request, signal) => (await once()).stream(request, signal),
  };
}
