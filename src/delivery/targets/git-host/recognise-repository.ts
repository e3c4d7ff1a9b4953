import type { TargetAccess } from '../../../library/model/target-record.ts';
import { originAccess } from '../origin-access.ts';
import type { RecognisedAddress } from '../target-test.ts';
import { apiRoot, type GitHostConfig, type HostKind, isFolder, isProject } from './git-host-config.ts';
import { isBranchName } from './repository-path.ts';

const PRODUCTS: Readonly<Record<HostKind, string>> = { github: 'GitHub', gitlab: 'GitLab', gitea: 'Gitea / Forgejo' };

/** The short form of ssh addresses (git-clone, “GIT URLS”): `git@host:owner/name.git`. */
const SCP_FORM = /^(?:[\w.-]+@)?([\w.-]+):(?!\/\/)(.+)$/;

/** An address as it was typed or copied, the short form of ssh included. @returns nothing where it is not an address. */
export function repositoryAddress(text: string): URL | undefined {
  const scp = SCP_FORM.exec(text.trim());
  const address = scp ? `ssh://${scp[1]}/${scp[2]}` : text.trim();
  return URL.canParse(address) ? new URL(address) : undefined;
}

/**
 * The branch and folder of a repository that an address means: copied from the host's page of the repository, of a
 * folder or a file in it, or from its “clone” button, by https or ssh.
 *
 * @param isAsked the user says that it is a git host's: then any address with two names will do.
 * @returns nothing where the address does not look like a git host's.
 */
export function recogniseRepository(address: URL, isAsked = false): RecognisedAddress | undefined {
  if (!/^(?:https?|ssh|git):$/.test(address.protocol)) return undefined;
  const names = address.pathname
    .split('/')
    .map(decode)
    .filter((name) => name !== '');
  const isClone = address.protocol === 'ssh:' || address.protocol === 'git:' || /\.git\/?$/.test(address.pathname);
  const host = hostOf(address.hostname, names);
  if (host === undefined && !isClone && !isAsked) return undefined;
  const { project, branch, folder } = partsOf(names);
  if (!isProject(project) || !isFolder(folder) || (branch !== undefined && !isBranchName(branch))) return undefined;
  const origin = /^https?:$/.test(address.protocol) ? address.origin : `https://${address.hostname}`;
  const config: GitHostConfig = {
    ...(host === undefined ? {} : { host }),
    origin,
    project,
    ...(branch === undefined ? {} : { branch }),
    folder,
  };
  const secret = /^https?:$/.test(address.protocol) ? decode(address.password) || decode(address.username) : '';
  const page = host && tokenPage(host, origin);
  return {
    target: { kind: 'git-host', name: project, access: accessTo(config), config },
    ...(host === undefined ? {} : { product: PRODUCTS[host] }),
    ...(secret === '' ? {} : { secret }),
    ...(page === undefined ? {} : { secretPage: page.url, secretScope: page.scope }),
    missing: [],
  };
}

function hostOf(hostname: string, names: readonly string[]): HostKind | undefined {
  if (hostname === 'github.com' || hostname.endsWith('.ghe.com') || /^github\./.test(hostname)) return 'github';
  if (/(?:^|\.)gitlab\./.test(hostname) || names.includes('-')) return 'gitlab';
  if (hostname === 'codeberg.org' || /^(?:gitea|forgejo|codeberg)\./.test(hostname)) return 'gitea';
  if (names[2] === 'src' && ['branch', 'commit', 'tag'].includes(names[3] ?? '')) return 'gitea';
  return names[2] === 'tree' && names.length > 3 ? 'github' : undefined;
}

interface Parts {
  readonly project: string;
  readonly branch?: string;
  readonly folder: string;
}

/** Reads `owner/name`, then GitHub's `tree/branch/folder`, GitLab's `-/tree/…` or Gitea's `src/branch/…`. */
function partsOf(names: readonly string[]): Parts {
  const dash = names.indexOf('-');
  const view = names.findIndex((name, n) => n >= 2 && /^(?:tree|blob|src)$/.test(name));
  const end = dash > 1 ? dash : view > 1 ? view : names.length;
  const project = names
    .slice(0, end)
    .join('/')
    .replace(/\.git$/, '');
  const rest = view < 0 ? [] : names.slice(view + 1);
  const [branch, ...below] = names[view] === 'src' ? rest.slice(1) : rest;
  // The page of a file means the folder that it is in.
  const folder = (
    names[view] === 'blob' || /\.(?:md|markdown)$/i.test(below.at(-1) ?? '') ? below.slice(0, -1) : below
  ).join('/');
  return branch === undefined ? { project, folder } : { project, branch, folder };
}

/** The page on which a token is made, and what it has to allow, in the words of that page. */
export function tokenPage(host: HostKind, origin: string): { url: string; scope: string } {
  if (host === 'gitlab') {
    return { url: `${origin}/-/user_settings/personal_access_tokens?name=Jianbao&scopes=api`, scope: 'api' };
  }
  if (host === 'gitea') return { url: `${origin}/user/settings/applications`, scope: 'repository: Read and Write' };
  const url = `${origin}/settings/personal-access-tokens/new?name=Jianbao&contents=write`;
  return { url, scope: 'Contents: Read and write' };
}

/** GitHub serves archives from a separate host. */
function accessTo({ host, origin }: GitHostConfig): TargetAccess {
  const api = originAccess(host === undefined ? origin : apiRoot(host, origin));
  if (api.by !== 'origins' || origin !== 'https://github.com') return api;
  return { by: 'origins', origins: [...api.origins, 'https://codeload.github.com/*'] };
}

/** A malformed escape stays as it is. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
