import { ClipError } from '../../../core/model/failure.ts';
import type { TargetRecord } from '../../../library/model/target-record.ts';
import type { PlaceFields, ServerKind } from '../target-kind.ts';
import { type GitHostConfig, isFolder } from './git-host-config.ts';
import { gitHostDirectory } from './git-host-directory.ts';
import { gitHostTarget } from './git-host-target.ts';
import { configOf, hostOf } from './open-host.ts';
import { recogniseRepository } from './recognise-repository.ts';
import { isBranchName } from './repository-path.ts';
import { settleConfig } from './settle-config.ts';
import { testGitHost } from './test-git-host.ts';

/** A branch of a repository at GitHub, GitLab, Gitea, Forgejo or Codeberg, or at a server of one's own with them. */
export const gitHostKind: ServerKind = {
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
  fieldsOf,
  withFields,
  settle: (record, network) => settleConfig(record, network, new AbortController().signal),
  test: (record, network) => testGitHost(record, network, new AbortController().signal),
  location(record) {
    const { origin, project, branch, folder } = configOf(record);
    return [`${origin}/${project}`, branch, folder].filter(Boolean).join(' · ');
  },
};

function fieldsOf(record: Pick<TargetRecord, 'name' | 'config'>): PlaceFields {
  const { folder, branch = '', message = '', mergeRequest = false } = configOf(record);
  return { folder, branch, message, mergeRequest };
}

/** @throws {ClipError} `name-refused` for a folder or a branch that git has no name for. */
function withFields(record: Pick<TargetRecord, 'name' | 'config'>, changes: Partial<PlaceFields>): GitHostConfig {
  const { branch: _branch, message: _message, mergeRequest: _mergeRequest, ...before } = configOf(record);
  const fields = { ...fieldsOf(record), ...changes };
  const [folder, branch] = [fields.folder.trim().replace(/^\/+|\/+$/g, ''), fields.branch?.trim() ?? ''];
  if (!isFolder(folder)) throw new ClipError('name-refused', folder);
  if (branch !== '' && !isBranchName(branch)) throw new ClipError('name-refused', branch);
  const { message = '', mergeRequest } = fields;
  return {
    ...before,
    folder,
    ...(branch === '' ? {} : { branch }),
    ...(message.trim() === '' ? {} : { message }),
    ...(mergeRequest ? { mergeRequest } : {}),
  };
}
