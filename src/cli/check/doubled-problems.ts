import type { CheckedPost } from './check-post.ts';
import type { Problem } from './problem.ts';

/** Posts of one story, and posts that are published under one address, by the first file of each. */
export function doubledProblems(posts: readonly CheckedPost[]): Map<string, Problem[]> {
  const found = new Map<string, Problem[]>();
  const note = (paths: readonly string[], problem: Problem): void => {
    const [first = ''] = paths;
    found.set(first, [...(found.get(first) ?? []), problem]);
  };
  for (const [address, paths] of doubled(posts, ({ story }) => story)) {
    const message = `${paths.length} posts are of the story ${address}.`;
    note(paths, { kind: 'address', message, others: paths.slice(1) });
  }
  for (const [address, paths] of doubled(posts, ({ permalink }) => permalink)) {
    const message = `${paths.length} posts are published as ${address}, and only one of them can be seen.`;
    note(paths, { kind: 'permalink', message, others: paths.slice(1) });
  }
  return found;
}

function doubled(
  posts: readonly CheckedPost[],
  keyOf: (post: CheckedPost) => string | undefined,
): [string, string[]][] {
  const paths = new Map<string, string[]>();
  for (const post of posts) {
    const key = keyOf(post);
    if (key !== undefined) paths.set(key, [...(paths.get(key) ?? []), post.path]);
  }
  return [...paths].filter(([, all]) => all.length > 1);
}
