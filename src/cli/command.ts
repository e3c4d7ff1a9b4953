/** One command of the command line. */
export interface Command {
  /** What `jianbao <name> --help` prints. */
  readonly help: string;
  /**
   * Does the work; answers the exit code: 0 all done, 1 something failed and was said.
   *
   * @throws {UsageError} or an error of `parseArgs` where the arguments make no sense.
   */
  run(args: readonly string[]): Promise<number>;
}

/** The arguments make no sense; the message says why, and the exit code is 2. */
export class UsageError extends Error {}
