import { UsageError } from './command.ts';

/** More threads than this take more memory than any computer that is this quick has use for. */
const MOST_JOBS = 64;

/** The number that `--jobs` was given. @throws {UsageError} */
export function jobsOf(value: string | undefined, otherwise: number): number {
  if (value === undefined) return otherwise;
  const jobs = Number(value);
  if (Number.isInteger(jobs) && jobs > 0 && jobs <= MOST_JOBS) return jobs;
  throw new UsageError(`--jobs ${value} is not a number from 1 to ${MOST_JOBS}`);
}
