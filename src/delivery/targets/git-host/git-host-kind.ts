import type { TargetKind } from '../target-kind.ts';
import { gitHostDirectory } from './git-host-directory.ts';
import { gitHostTarget } from './git-host-target.ts';
import { configOf, hostOf } from './open-host.ts';
import { recogniseRepository } from './recognise-repository.ts';
import { testGitHost } from './test-git-host.ts';

/** A branch of a repository at GitHub, GitLab, Gitea, Forgejo or Codeberg, or at a server of one's own with them. */
export const gitHostKind: TargetKind = {
  kind: 'git-host',
  open(record, { network }) {
    const { folder, message } = configOf(record);
    return gitHostTarget(record.id, {
      host: hostOf(record, network),
      folder,
      ...(message === undefined ? {} : { message }),
      pause: (milliseconds) => network.http.wait(milliseconds),
      now: network.http.now,
      random: Math.random,
    });
  },
  directory(record, { network }) {
    const { folder } = configOf(record);
    return gitHostDirectory({ host: hostOf(record, network), name: record.name, folder, now: network.http.now });
  },
  recognise: recogniseRepository,
  test: (record, network) => testGitHost(record, network, new AbortController().signal),
  location(record) {
    const { origin, project, branch, folder } = configOf(record);
    return [`${origin}/${project}`, branch, folder].filter(Boolean).join(' · ');
  },
};
