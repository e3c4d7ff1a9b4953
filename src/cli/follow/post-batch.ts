import type { PostToSave } from '../../app/save-post.ts';
import { isBatchFull } from '../places/is-batch-full.ts';
import type { Place, SavedPost } from '../places/place.ts';

/** Gets the path of a post below the place, or a rejection with a `CliError`. */
export type Settle = (saved: PromiseSettledResult<string>) => Promise<void>;

interface WaitingPost {
  readonly post: PostToSave;
  readonly settle: Settle;
}

interface BatchDeps {
  readonly place: Place;
  /** Runs before each call of the place. Throws where nothing may be written any more. */
  readonly beforeSaving: () => Promise<void>;
  /** Runs when all posts of a call are settled. */
  readonly afterSaving: () => Promise<void>;
}

/**
 * Saves posts in as few calls as the place takes: a git host makes one commit of up to 100. Where the place takes one at
 * a time, each is saved at once.
 */
export class PostBatch {
  #waiting: WaitingPost[] = [];
  #saving = Promise.resolve();
  readonly #deps: BatchDeps;

  constructor(deps: BatchDeps) {
    this.#deps = deps;
  }

  /** Resolves when more posts can be taken. Whoever fills the batch waits until it is saved. */
  async add(post: PostToSave, settle: Settle): Promise<void> {
    this.#waiting.push({ post, settle });
    const posts = this.#waiting.map((each) => each.post);
    if (isBatchFull(this.#deps.place, posts)) await this.flush();
  }

  /** Saves what waits. An error that does not concern single posts ends all further saving. */
  flush(): Promise<void> {
    const posts = this.#waiting;
    this.#waiting = [];
    this.#saving = this.#saving.then(() => this.#save(posts));
    return this.#saving;
  }

  async #save(waiting: readonly WaitingPost[]): Promise<void> {
    if (waiting.length === 0) return;
    const { place, beforeSaving, afterSaving } = this.#deps;
    await beforeSaving();
    const saved = await place.save(waiting.map(({ post }) => post));
    try {
      for (const [n, { settle }] of waiting.entries()) {
        await settle(pathOf(saved[n]));
      }
    } finally {
      await afterSaving();
    }
  }
}

function pathOf(saved: PromiseSettledResult<SavedPost> | undefined): PromiseSettledResult<string> {
  if (!saved) return { status: 'rejected', reason: new Error('no outcome') };
  return saved.status === 'fulfilled' ? { status: 'fulfilled', value: saved.value.path } : saved;
}
