import type { HostHttp } from './host-http.ts';
import { fieldAt, listAt, textAt } from './reply-fields.ts';

/** GitHub lists at most so many files in a comparison, and does not say that it leaves some out (“Compare two commits”). */
const GITHUB_LIMIT = 300;

/** GitLab's own limits of a comparison begin here (“Diff limits administration”). */
const GITLAB_LIMIT = 100;

/**
 * The paths of files that differ between two commits, by the comparison of a host; from none to all of the repository.
 *
 * @returns nothing where the host cannot tell all of them: the earlier commit is gone, or no ancestor of the later one; or
 * the comparison is cut.
 */
export type ChangedPaths = (from: string, to: string, signal: AbortSignal) => Promise<readonly string[] | undefined>;

/** “Compare two commits”. The files come with the first page of commits, however short it is. */
export function changedAtGitHub(http: HostHttp, repository: string): ChangedPaths {
  return async (from, to, signal) => {
    const reply = await http.send({ path: `${repository}/compare/${from}...${to}?per_page=1` }, signal);
    const status = fieldAt(reply.body, 'status');
    // The comparison starts at the common ancestor: only where that is `from`, it has all.
    if (reply.status !== 200 || (status !== 'ahead' && status !== 'identical')) return undefined;
    const files = listAt(reply.body, 'files');
    if (files.length >= GITHUB_LIMIT) return undefined;
    return files.flatMap((file) => {
      const before = fieldAt(file, 'previous_filename');
      return [textAt(file, 'filename'), ...(typeof before === 'string' ? [before] : [])];
    });
  };
}

/** “Compare branches, tags, or commits”: `straight` compares the commits themselves. */
export function changedAtGitLab(http: HostHttp, repository: string): ChangedPaths {
  return async (from, to, signal) => {
    const query = new URLSearchParams({ from, to, straight: 'true' });
    const reply = await http.send({ path: `${repository}/compare?${query}` }, signal);
    if (reply.status !== 200 || fieldAt(reply.body, 'compare_timeout') === true) return undefined;
    const files = listAt(reply.body, 'diffs');
    if (files.length >= GITLAB_LIMIT) return undefined;
    return [...new Set(files.flatMap((file) => [textAt(file, 'old_path'), textAt(file, 'new_path')]))];
  };
}

/**
 * “Get commit comparison information”: the commits since the common ancestor, each with its files. A merge commit may
 * hold changes that are listed nowhere.
 */
export function changedAtGitea(http: HostHttp, repository: string): ChangedPaths {
  return async (from, to, signal) => {
    const reply = await http.send({ path: `${repository}/compare/${from}...${to}` }, signal);
    if (reply.status !== 200) return undefined;
    const commits = listAt(reply.body, 'commits');
    const parents = commits.map((commit) => listAt(commit, 'parents').map((parent) => textAt(parent, 'sha')));
    const isWhole = commits.length === fieldAt(reply.body, 'total_commits');
    const isLine = parents.every(({ length }) => length === 1) && parents.flat().includes(from);
    if (!isWhole || !isLine) return undefined;
    const files = commits.map((commit) => fieldAt(commit, 'files'));
    if (!files.every(Array.isArray)) return undefined;
    return [...new Set(files.flat().map((file) => textAt(file, 'filename')))];
  };
}
