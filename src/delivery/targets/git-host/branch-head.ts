import { ClipError, type FailureCode } from '../../../core/model/failure.ts';
import type { RepositoryDeps } from './github.ts';
import { refusal } from './host-http.ts';
import { fieldAt, textAt } from './reply-fields.ts';

/** The two calls that tell the head of a branch at GitLab and Gitea. */
interface BranchCalls {
  /** “Get a branch”. */
  readonly branchPath: string;
  /** Whether the token's user may push to the branch, in its answer. */
  readonly canPush: string;
  /** What it means where the user may not. */
  readonly refusal: FailureCode;
  /** “Get a repository”. */
  readonly repositoryPath: string;
  /** Whether the repository is empty, in its answer. */
  readonly isEmpty: string;
}

/**
 * The commit that a branch is at; nothing in an empty repository.
 *
 * @throws {ClipError} `repository-gone`; `calls.refusal` where the branch cannot be pushed to.
 */
export async function branchHead(
  { http, branch, mayBeProtected }: RepositoryDeps,
  calls: BranchCalls,
  signal: AbortSignal,
): Promise<string | undefined> {
  const reply = await http.send({ path: calls.branchPath }, signal);
  if (reply.status === 404) {
    const repository = await http.send({ path: calls.repositoryPath }, signal);
    if (repository.status !== 200) throw refusal(repository);
    if (fieldAt(repository.body, calls.isEmpty) === true) return undefined;
  }
  if (reply.status !== 200) throw refusal(reply);
  if (fieldAt(reply.body, calls.canPush) === false && !mayBeProtected) {
    throw new ClipError(calls.refusal, `the token's user may not push to ${branch}`);
  }
  return textAt(reply.body, 'commit', 'id');
}
