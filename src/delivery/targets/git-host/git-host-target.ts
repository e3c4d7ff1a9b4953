import { ClipError } from '../../../core/model/failure.ts';
import type { Target } from '../../target.ts';
import { type CommitDeps, commitPosts } from './commit-posts.ts';
import { repositoryPath } from './repository-path.ts';

/** Posts in one commit. Hosts take more, and answer them slowly. */
const BATCH_LIMIT = 100;

/**
 * A branch of a repository at a git host. Every post is one commit with its pictures, or part of one with others. A
 * file is replaced only while it is the blob that its receipt names; the branch is never forced.
 */
export function gitHostTarget(id: string, deps: CommitDeps): Target {
  return {
    id,
    root: '',
    async check(signal) {
      await deps.host.head(signal);
    },
    async put(files, expect, signal) {
      const [outcome] = await commitPosts(deps, [{ files, expect }], signal);
      if (outcome?.status === 'fulfilled') return outcome.value;
      throw outcome?.reason ?? new ClipError('unexpected', 'no outcome');
    },
    async read(path, signal) {
      const place = repositoryPath(deps.folder, path);
      const entry = (await deps.host.look([place], signal)).entries.get(place);
      return entry?.type === 'file' ? new TextDecoder().decode(await deps.host.readBlob(entry.oid, signal)) : undefined;
    },
    batch: { limit: BATCH_LIMIT, put: (posts, signal) => commitPosts(deps, posts, signal) },
  };
}
