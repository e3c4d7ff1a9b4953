import { createJudgedFetch, type JudgedFetch } from '../judged-fetch.ts';
import { createHostPace } from './host-pace.ts';
import { readRobots } from './robots-rules.ts';

/** Seconds between two requests to a host, where the command line does not say. */
export const DEFAULT_PAUSE_SECONDS = 1;

interface PacedFetchOptions {
  readonly pauseSeconds: number;
  /** How often a request that fails in passing is sent again. Default: 2. */
  readonly retries?: number;
}

/**
 * A judged `fetch` for many addresses: one request at a time to a host with a pause between, `Retry-After`, back-off,
 * and `robots.txt` for everything that is not fetched with `robots: 'ignore'`.
 *
 * @param typed addresses that the user typed: see `createJudgedFetch`.
 */
export function createPoliteFetch(typed: readonly string[], { pauseSeconds, retries }: PacedFetchOptions): JudgedFetch {
  const atOnce = createJudgedFetch(typed);
  const counts = retries === undefined ? {} : { retries };
  const pace = createHostPace({ pause: pauseSeconds * 1000, ...counts, readRobots: (url) => readRobots(url, atOnce) });
  return createJudgedFetch(typed, { pace });
}
