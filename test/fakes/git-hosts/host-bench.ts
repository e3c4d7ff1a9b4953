import type { Target } from '../../../src/delivery/target.ts';
import type { CommitDeps } from '../../../src/delivery/targets/git-host/commit-posts.ts';
import type { GitHost } from '../../../src/delivery/targets/git-host/git-host.ts';
import { gitHostTarget } from '../../../src/delivery/targets/git-host/git-host-target.ts';
import { gitea } from '../../../src/delivery/targets/git-host/gitea.ts';
import { gitHub } from '../../../src/delivery/targets/git-host/github.ts';
import { gitLab } from '../../../src/delivery/targets/git-host/gitlab.ts';
import { hostHttp } from '../../../src/delivery/targets/git-host/host-http.ts';
import { type BareRepository, bareRepository } from './bare-repository.ts';
import { giteaDouble } from './gitea-double.ts';
import { type DoubleOptions, gitHubDouble } from './github-double.ts';
import { gitLabDouble } from './gitlab-double.ts';
import { type ServedHost, serveHost } from './serve-host.ts';

export const HOSTS = {
  GitHub: { api: '/api/v3', double: gitHubDouble, adapter: gitHub, project: 'reader/archive' },
  GitLab: { api: '/api/v4', double: gitLabDouble, adapter: gitLab, project: 'readers/press/archive' },
  Gitea: { api: '/api/v1', double: giteaDouble, adapter: gitea, project: 'reader/archive' },
} as const;

export type HostName = keyof typeof HOSTS;
export const HOST_NAMES = Object.keys(HOSTS) as HostName[];

export const TOKEN = 'secret-token-1234567890';

/** A target at a double of a host, over a real repository. */
export interface HostBench {
  readonly repository: BareRepository;
  readonly served: ServedHost;
  readonly options: DoubleOptions;
  /** One more writer of the same branch. */
  readonly open: (changes?: Partial<CommitDeps> & { token?: string; timeout?: number }) => Target;
  readonly host: (token?: string, timeout?: number) => GitHost;
}

export async function hostBench(name: HostName, repository = bareRepository()): Promise<HostBench> {
  const { api, double, adapter, project } = HOSTS[name];
  const options: DoubleOptions = { project, token: TOKEN, requests: [] };
  const served = await serveHost(double(repository, options));
  const root = served.origin + api;
  const host = (token = TOKEN, timeout = 10_000): GitHost => {
    const http = hostHttp({ fetch, api: root, token, now: Date.now, timeout });
    return adapter({ http, api: root, project, branch: repository.branch });
  };
  const open: HostBench['open'] = ({ token, timeout, ...changes } = {}) =>
    gitHostTarget('git-host:archive', {
      host: host(token, timeout),
      folder: '',
      // Long enough for others to get on, short enough for a test.
      pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds / 10)),
      now: Date.now,
      random: Math.random,
      ...changes,
    });
  return { repository, served, options, open, host };
}
