import { toFailure } from '../../core/model/failure.ts';
import type { GitCheckout } from './git-checkout.ts';

/** A burst of posts, and a post with its pictures, is one commit: so long after the last file. */
const IDLE = 1_500;

/** Commits what the companion writes, behind its answers: the extension waits for the disk and never for git. */
export interface IdleCommitter {
  /** A file was written. Resolves once it is noted. */
  wrote(path: string): Promise<void>;
  /** Commits what is left. */
  end(): Promise<void>;
}

/** @param complain gets a sentence where something could not be committed, noted or pushed. */
export function commitWhenIdle(checkout: GitCheckout, complain: (sentence: string) => void): IdleCommitter {
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();

  const commit = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    running = running
      .then(() => checkout.commitNoted())
      .then(
        ({ problem }) => {
          if (problem !== undefined) complain(problem);
        },
        (error: unknown) => complain(toFailure(error).detail),
      );
    return running;
  };

  return {
    async wrote(path) {
      try {
        await checkout.note([path]);
      } catch (error) {
        // The file itself is written: a full disk must not take that back.
        complain(`${path} could not be noted for git: ${toFailure(error).detail}`);
      }
      clearTimeout(timer);
      timer = setTimeout(() => void commit(), IDLE);
    },
    end: () => (timer === undefined ? running : commit()),
  };
}
