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
  ['BISECT_LOG', 'a bisection'],
];

/** Why nothing may be committed in a checkout now: a sentence. Nothing where it may. */
export async function openProblem(folder: string): Promise<string | undefined> {
  for (const [file, what] of UNDER_WAY) {
    const { stdout } = await runGit(folder, ['rev-parse', '--git-path', file]);
    if (await exists(resolve(folder, stdout.trim()))) {
      return `The checkout is in the middle of ${what}. The posts are written; they are committed with the next clip after it is finished.`;
    }
  }
  const branch = await runGit(folder, ['symbolic-ref', '--quiet', 'HEAD']);
  if (branch.code === 0) return undefined;
  return 'The checkout is on no branch (detached HEAD). The posts are written; they are committed with the next clip after git switch to a branch.';
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
