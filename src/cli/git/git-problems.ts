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

const WRITTEN = 'The posts are written; they are committed with the next clip';

/** Why git refused, where its own words need more of git than most people know; nothing where they are clear. */
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
