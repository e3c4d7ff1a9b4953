import { join } from 'node:path';
import { createTwoFilesPatch } from 'diff';
import { failureSentence } from '../failure-sentence.ts';
import { type CheckedPost, checkPost } from './check-post.ts';
import { doubledProblems } from './doubled-problems.ts';
import { mendFile } from './mend-file.ts';
import { applyEdits, type Problem } from './problem.ts';
import { type ArchiveFile, readArchive } from './read-archive.ts';
import { readSiteConfig } from './site-config.ts';

/** `look` changes nothing, `show` tells what `mend` would change. */
export type CheckMode = 'look' | 'show' | 'mend';

export interface CheckOptions {
  readonly mode: CheckMode;
  /** Hours that the publishers' clocks are ahead of UTC. */
  readonly zone?: number;
}

/** What was found in one file. */
export interface FileReport {
  readonly path: string;
  readonly problems: readonly (Problem & { readonly mended: boolean })[];
  /** A unified diff, where it was asked for. */
  readonly difference?: string;
  /** Why the file could not be written, as a sentence. */
  readonly failure?: string;
}

export interface ArchiveReport {
  readonly posts: number;
  /** Of the files with problems. */
  readonly files: readonly FileReport[];
}

/** Looks through an archive, and mends what it can where it is asked to. */
export async function checkArchive(folder: string, { mode, zone }: CheckOptions): Promise<ArchiveReport> {
  const site = await readSiteConfig(folder);
  const posts: CheckedPost[] = [];
  const reports = new Map<string, FileReport>();
  for await (const file of readArchive(folder)) {
    const post = checkPost(file, site, zone);
    posts.push(post);
    if (post.problems.length > 0) reports.set(file.path, await reportOf(folder, file, post.problems, mode));
  }
  for (const [path, problems] of doubledProblems(posts)) {
    const report = reports.get(path) ?? { path, problems: [] };
    const doubled = problems.map((problem) => ({ ...problem, mended: false }));
    reports.set(path, { ...report, problems: [...report.problems, ...doubled] });
  }
  const files = [...reports.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1));
  return { posts: posts.length, files };
}

async function reportOf(
  folder: string,
  file: ArchiveFile,
  problems: readonly Problem[],
  mode: CheckMode,
): Promise<FileReport> {
  const { path, bytes } = file;
  const edits = problems.flatMap((problem) => problem.edits ?? []);
  const report = (mended: boolean) => problems.map((problem) => ({ ...problem, mended: mended && !!problem.edits }));
  if (edits.length === 0 || mode === 'look') return { path, problems: report(false) };
  if (mode === 'show') {
    const text = bytes.toString('utf8');
    const difference = createTwoFilesPatch(path, path, text, applyEdits(text, edits), undefined, undefined, {
      context: 1,
    });
    return { path, problems: report(false), difference };
  }
  try {
    await mendFile(join(folder, path), bytes, edits);
    return { path, problems: report(true) };
  } catch (error) {
    return { path, problems: report(false), failure: failureSentence(error) };
  }
}
