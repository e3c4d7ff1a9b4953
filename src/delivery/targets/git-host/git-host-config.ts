import * as v from 'valibot';
import { isBranchName } from './repository-path.ts';

export type HostKind = 'github' | 'gitlab' | 'gitea';

/** Where a repository is, the token aside. */
export interface GitHostConfig {
  /** Absent before the first test, where the address does not show it. */
  readonly host?: HostKind;
  /** The origin of the host's pages: `https://github.com`. */
  readonly origin: string;
  /** The repository with its owner or groups: `name/archive`. */
  readonly project: string;
  /** Absent before the first test, where the address names none: the repository's default branch. */
  readonly branch?: string;
  /** Below which posts are written, without slashes at its ends; empty for the whole repository. */
  readonly folder: string;
  /** Template of commit messages: see `commit-message.ts`. */
  readonly message?: string;
  /** Commits to a branch of Jianbao's, and opens a merge request into `branch`. Never false: absent means no. */
  readonly mergeRequest?: true;
}

/** A config with nothing left open. */
export type SettledConfig = GitHostConfig & { readonly host: HostKind; readonly branch: string };

const hostKind = v.picklist(['github', 'gitlab', 'gitea'] satisfies HostKind[]);

const gitHostConfig = v.object({
  host: v.fallback(v.optional(hostKind), undefined),
  origin: v.pipe(
    v.string(),
    v.check((origin) => URL.canParse(origin)),
    v.transform((origin) => new URL(origin).origin),
  ),
  project: v.custom<string>(isProject),
  branch: v.optional(v.pipe(v.string(), v.check(isBranchName))),
  folder: v.custom<string>(isFolder),
  message: v.fallback(v.optional(v.string()), undefined),
  mergeRequest: v.fallback(v.optional(v.literal(true)), undefined),
});

/** @returns nothing where the record is damaged. */
export function readGitHostConfig(value: unknown): GitHostConfig | undefined {
  const read = v.safeParse(gitHostConfig, value);
  if (!read.success) return undefined;
  const { host, branch, message, mergeRequest, ...rest } = read.output;
  return {
    ...rest,
    ...(host === undefined ? {} : { host }),
    ...(branch === undefined ? {} : { branch }),
    ...(message === undefined ? {} : { message }),
    ...(mergeRequest === undefined ? {} : { mergeRequest }),
  };
}

export function isHostKind(value: unknown): value is HostKind {
  return v.is(hostKind, value);
}

/** An owner or groups, and a repository: letters of any script, digits, `-`, `_`, `.`. */
export function isProject(value: unknown): value is string {
  return typeof value === 'string' && /^(?:(?!\.{1,2}\/)[\p{L}\p{N}_.-]+\/)+(?!\.{1,2}$)[\p{L}\p{N}_.-]+$/u.test(value);
}

/** A folder in the repository; empty for all of it. */
export function isFolder(value: unknown): value is string {
  if (value === '') return true;
  return (
    typeof value === 'string' &&
    value.split('/').every((name) => /^[^.\s\\\p{Cc}\p{Cs}][^\\\p{Cc}\p{Cs}]*$/u.test(name))
  );
}

/** The root of the REST API, without a slash at its end. */
export function apiRoot(host: HostKind, origin: string): string {
  if (host === 'gitlab') return `${origin}/api/v4`;
  if (host === 'gitea') return `${origin}/api/v1`;
  const { hostname } = new URL(origin);
  // GitHub's own two clouds have the API on a separate host; Enterprise Server has it below its pages.
  if (hostname === 'github.com' || hostname.endsWith('.ghe.com')) return `https://api.${hostname}`;
  return `${origin}/api/v3`;
}
