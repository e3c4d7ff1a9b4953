import { ClipError, toFailure } from '../core/model/failure.ts';
import { NAMES_TRIED, nthPath } from '../core/post/nth-path.ts';
import type { Receipt } from '../library/model/delivery.ts';
import type { Expectation, OutFile, Target } from './target.ts';

/** A post that looks for its name. */
export interface Naming {
  /** Paths to try, the most wanted first. */
  readonly names: Iterable<string> | AsyncIterable<string>;
  /** All files of the post under one of the names, the post first. */
  filesAt(path: string): readonly OutFile[];
  /**
   * Returns what these files may replace; nothing where the name belongs to another story. Called again after another
   * writer took the name first.
   */
  expectationFor(files: readonly OutFile[]): Promise<Expectation | undefined>;
}

/** The names for a post in order: its own, then `-2`, `-3` … */
export function* namesOf(path: string): Generator<string> {
  for (let n = 1; n <= NAMES_TRIED; n++) yield nthPath(path, n);
}

/**
 * Puts a post under the first of its names that is free, or that holds this very story. The file of another story, and
 * whatever else has the name, is never touched.
 *
 * @throws {ClipError} `name-taken` where no name is left; else what `Target.put` throws.
 */
export async function putUnderFreeName(
  target: Target,
  { names, filesAt, expectationFor }: Naming,
  signal: AbortSignal,
): Promise<Receipt[]> {
  let wanted: string | undefined;
  for await (const path of names) {
    wanted ??= path;
    const files = filesAt(path);
    let expectation = await expectationFor(files);
    while (expectation) {
      try {
        return await target.put(files, expectation, signal);
      } catch (error) {
        if (toFailure(error).code !== 'name-taken') throw error;
      }
      // Another writer may have put this very story there since.
      const now = expectation.kind === 'absent' ? await expectationFor(files) : undefined;
      expectation = now?.kind === 'ours' ? now : undefined;
    }
  }
  throw new ClipError('name-taken', wanted);
}
