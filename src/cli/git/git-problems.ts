import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import { runGit } from './run-git.ts';

/** What is under way in a checkout, by the files that git keeps for it. */
const UNDER_WAY: readonly (readonly [file: string, what: string])[] = [
  ['MERGE_HEAD', 'a merge'],
  ['rebase-merge', 'a rebase'],
  ['rebase-apply', 'a rebase'],
  ['CHERRY_PICK_HEAD', 'a cherry-pick'],
  ['REVERT_HEAD', 'a revert'],
  // Between two commits of several, neither head is there.
  ['sequencer', 'a cherry-pick or a revert of several commits'],
  ['BISECT_LOG', 'a bisection'],
];

const WRITTEN = 'The posts are written; they are committed with the next clip';

/** Returns why nothing may be committed in a checkout now, as a sentence; nothing where it may. */
export async function openProblem(folder: string): Promise<string | undefined> {
  for (const [file, what] of UNDER_WAY) {
    const { stdout } = await runGit(folder, ['rev-parse', '--git-path', file]);
    if (await exists(resolve(folder, stdout.trim()))) {
      return `The checkout is in the middle of ${what}. ${WRITTEN} after it is finished.`;
    }
  }
  const conflicts = await conflictProblem(folder);
  if (conflicts !== undefined) return conflicts;
  const branch = await runGit(folder, ['symbolic-ref', '--quiet', 'HEAD']);
  if (branch.code === 0) return undefined;
  return `The checkout is on no branch (detached HEAD). ${WRITTEN} after git switch to a branch.`;
}

/** So many files with conflicts are named. */
const MOST_NAMED = 3;

/**
 * Says which files of the whole checkout have conflicts: `git stash pop` and `git checkout --merge` leave them with nothing
 * under way. A commit of other files is not refused by git, and the conflict would go on in the middle of a new history.
 */
async function conflictProblem(folder: string): Promise<string | undefined> {
  const { code, stdout } = await runGit(folder, ['diff', '--no-relative', '--name-only', '--diff-filter=U', '-z']);
  const files = [...new Set(stdout.split('\0').filter(Boolean))];
  if (code !== 0 || files.length === 0) return undefined;
  const more = files.length > MOST_NAMED ? ` and ${files.length - MOST_NAMED} more` : '';
  const named = files.slice(0, MOST_NAMED).join(', ') + more;
  return `Files of the checkout have conflicts that are not resolved: ${named}. ${WRITTEN} after you resolve them and git add them.`;
}

/** Returns why git refused, where its own words need more of git than most people know; nothing where they are clear. */
export function refusalSentence(stderr: string): string | undefined {
  const [, lock] = /unable to create '([^']+\.lock)'/i.exec(stderr) ?? [];
  if (lock !== undefined) {
    return `Another git is at work in the checkout, or was cut off there: ${lock} is in the way. ${WRITTEN} after it is gone.`;
  }
  if (/user\.(?:name|email)|tell me who you are|ident name|auto-detect email/i.test(stderr)) {
    return `Git does not know who makes the commit. ${WRITTEN} after git config --global user.name and user.email.`;
  }
  return undefined;
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
