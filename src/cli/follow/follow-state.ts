import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as v from 'valibot';
import { CliError } from '../failure-sentence.ts';
import { makeFolder } from '../make-folder.ts';
import { unlessMissing, writeWhole } from '../write-whole.ts';

/** What became of an item: the path of its post, or a few words. */
export type Outcome = string;

/** What is remembered of a feed from one run to the next. */
export interface FeedState {
  /** `ETag` and `Last-Modified` of the answer that was read last. */
  etag?: string | undefined;
  lastModified?: string | undefined;
  /** Stories wait for the next run: the feed is then asked for whole, though it may not have changed. */
  isUnfinished?: boolean | undefined;
  failing?: { since: string; reason: string } | undefined;
  /** By the id of the item, the oldest first. */
  readonly items: Map<string, Outcome>;
}

/**
 * Reads an object as a map. Valibot's `record` leaves out `__proto__`, `constructor` and `prototype`, which are names like
 * any other to a feed.
 */
function mapOf<Value extends v.GenericSchema>(value: Value) {
  const isObject = (input: unknown): boolean => typeof input === 'object' && input !== null && !Array.isArray(input);
  return v.pipe(
    v.custom<object>(isObject),
    v.transform((read): Map<string, unknown> => new Map(Object.entries(read))),
    v.map(v.string(), value),
  );
}

const feedSchema = v.object({
  etag: v.optional(v.string()),
  lastModified: v.optional(v.string()),
  isUnfinished: v.optional(v.boolean()),
  failing: v.optional(v.object({ since: v.string(), reason: v.string() })),
  items: mapOf(v.string()),
});
const stateSchema = v.object({ version: v.literal(1), feeds: mapOf(feedSchema) });

/** Items that a feed no longer has are remembered up to this number: feeds drop items and bring them back. */
const REMEMBERED = 500;

const WAITING = 'waiting since ';

/** The outcome of a story that could not be had for now. */
export function waitingOutcome(since: Date, reason: string): Outcome {
  return `${WAITING}${since.toISOString()}: ${reason}`;
}

/** Since when a story waits, in Unix milliseconds; undefined where it does not. */
export function waitsSince(outcome: Outcome | undefined): number | undefined {
  if (!outcome?.startsWith(WAITING)) return undefined;
  const since = Date.parse(outcome.slice(WAITING.length, WAITING.length + 24));
  return Number.isNaN(since) ? 0 : since;
}

/**
 * What is remembered of all feeds: a JSON file with a line for each item, so that a person can read it and git can
 * compare it. It holds no times of checking: a run that finds nothing new leaves it as it is, to the byte.
 */
export class FollowState {
  readonly #path: string;
  readonly #feeds: Map<string, FeedState>;
  #written: string;

  private constructor(path: string, feeds: Map<string, FeedState>, written: string) {
    this.#path = path;
    this.#feeds = feeds;
    this.#written = written;
  }

  /** @throws {CliError} where another program wrote the file. */
  static async read(path: string): Promise<FollowState> {
    const text = await readFile(path, 'utf8').catch(unlessMissing);
    if (text === undefined) return new FollowState(path, new Map(), '');
    let data: unknown;
    try {
      data = JSON.parse(text);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (/^<{7} /m.test(text))
        throw new CliError(`${path} has a conflict of git: keep either side, and run it again.`);
      throw new CliError(`${path} is damaged (${reason}). Mend it, or remove it: the archive itself says what it has.`);
    }
    const read = v.safeParse(stateSchema, data);
    if (!read.success) throw new CliError(`${path} is not a state of jianbao follow, or is one of a newer version.`);
    return new FollowState(path, read.output.feeds, text);
  }

  feed(url: string): FeedState {
    const known = this.#feeds.get(url);
    if (known) return known;
    const fresh: FeedState = { items: new Map() };
    this.#feeds.set(url, fresh);
    return fresh;
  }

  /** Forgets the oldest items of a feed that it no longer has. */
  forget(url: string, present: ReadonlySet<string>): void {
    const { items } = this.feed(url);
    const gone = [...items.keys()].filter((id) => !present.has(id));
    for (const id of gone.slice(0, Math.max(0, gone.length - REMEMBERED))) items.delete(id);
  }

  /** Writes what has changed, whole or not at all. */
  async write(): Promise<void> {
    const text = this.#text();
    if (text === this.#written) return;
    await makeFolder(dirname(this.#path));
    await writeWhole(this.#path, text, { onto: 'anything' });
    this.#written = text;
  }

  #text(): string {
    const used = [...this.#feeds].filter(([, state]) => Object.values(state).some((value) => !isEmpty(value)));
    const feeds = used
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([url, { items, ...rest }]) => [url, { ...rest, items: Object.fromEntries(items) }]);
    return `${JSON.stringify({ version: 1, feeds: Object.fromEntries(feeds) }, null, 1)}\n`;
  }
}

function isEmpty(value: unknown): boolean {
  return value === undefined || (value instanceof Map && value.size === 0);
}
