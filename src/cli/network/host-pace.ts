import { setTimeout } from 'node:timers/promises';
import { ClipError } from '../../core/model/failure.ts';
import { joinBytes } from '../../core/text/join-bytes.ts';
import { backOff } from '../../delivery/back-off.ts';
import { retryAfter } from '../../delivery/http/retry-after.ts';
import { MAX_PAGE_BYTES, type Pace } from '../judged-fetch.ts';
import { RobotsError, type RobotsRules } from './robots-rules.ts';

/** Statuses by which a server says that the same request may work later. */
const TRANSIENT = new Set([408, 425, 429, 500, 502, 503, 504]);
/** How often a request is sent again. */
const RETRIES = 2;
/** A server that asks for a longer wait, in milliseconds, is left alone for the rest of the run. */
const LONGEST_WAIT = 60_000;
/** A host that fails to answer so often in a row is left alone for a while. */
const MOST_FAILURES = 3;
const REST = 10 * 60_000;

export interface HostPaceOptions {
  /** Milliseconds between the end of an answer of a host and the next request to it. */
  readonly pause: number;
  /** Reads the `robots.txt` of an address's origin; throws where nothing may be fetched. */
  readonly readRobots?: (url: URL) => Promise<RobotsRules>;
  readonly retries?: number;
  /** Unix milliseconds. */
  readonly now?: () => number;
  readonly sleep?: (milliseconds: number) => Promise<void>;
  readonly random?: () => number;
}

/** A host asked to be left alone, or does not answer: nothing was sent to it. */
export class HostRestsError extends Error {
  readonly host: string;
  /** Unix milliseconds. */
  readonly until: number;

  constructor(host: string, until: number) {
    super(`${host} asked for a pause, or did not answer several times; it is left alone for now`);
    this.host = host;
    this.until = until;
  }
}

/** What is known of a host in this run. Times are Unix milliseconds. */
interface Host {
  /** Settles when the request before has ended. */
  turn: Promise<void>;
  /** When the next request may be sent. */
  readyAt: number;
  /** Until when none is sent. */
  restsUntil: number;
  /** Failed connections in a row. */
  failures: number;
  /** Rules by origin: `http:` and `https:` have a file each. */
  readonly robots: Map<string, RobotsRules>;
}

/**
 * One request at a time to a host, its body included, with a pause between two; hosts do not wait for each other. What
 * fails in passing is tried again after the time that `Retry-After` names, else after a growing one. A host that asks
 * for a long pause, or that cannot be reached several times in a row, is not asked again for that time.
 *
 * Answers come with their bodies read, at most `MAX_PAGE_BYTES`.
 *
 * @throws {RobotsError} {HostRestsError} besides what the request throws.
 */
export function createHostPace(options: HostPaceOptions): Pace {
  const { now = Date.now } = options;
  const hosts = new Map<string, Host>();
  return (url, ask, { robots }) => {
    const host = hosts.get(url.host) ?? newHost();
    hosts.set(url.host, host);
    const answer = host.turn
      .then(() => inTurn(host, { url, ask, asksRobots: robots !== 'ignore' }, options))
      .finally(() => rest(host, now() + options.pause));
    host.turn = answer.then(turnEnds, turnEnds);
    return answer;
  };
}

function newHost(): Host {
  return { turn: Promise.resolve(), readyAt: 0, restsUntil: 0, failures: 0, robots: new Map() };
}

function rest(host: Host, until: number): void {
  host.readyAt = Math.max(host.readyAt, until);
}

/** The next request has its turn, whatever came of this one: its caller is told. */
function turnEnds(): void {}

interface Asked {
  readonly url: URL;
  readonly ask: () => Promise<Response>;
  readonly asksRobots: boolean;
}

async function inTurn(host: Host, { url, ask, asksRobots }: Asked, options: HostPaceOptions): Promise<Response> {
  const { pause, retries = RETRIES, now = Date.now, sleep = wait, random = Math.random } = options;
  const delay = asksRobots ? await obeyRobots(host, url, options) : 0;
  for (let attempt = 1; ; attempt++) {
    if (host.restsUntil > now()) throw new HostRestsError(url.host, host.restsUntil);
    await sleep(host.readyAt - now());
    const answer = await answerOf(host, ask, now);
    rest(host, now() + Math.max(pause, delay));
    const response = 'response' in answer ? answer.response : undefined;
    if (response && !TRANSIENT.has(response.status)) return response;
    const wanted = response && retryAfter(response.headers, now());
    const waiting = wanted === undefined ? backOff(attempt, random) : wanted - now();
    if (wanted !== undefined && waiting > LONGEST_WAIT) host.restsUntil = wanted;
    if (attempt > retries || waiting > LONGEST_WAIT) {
      if ('error' in answer) throw answer.error;
      return answer.response;
    }
    rest(host, now() + waiting);
  }
}

/**
 * Reads the rules of an origin at the first address of it.
 *
 * @returns the pause that they ask for, in milliseconds.
 * @throws {RobotsError}
 */
async function obeyRobots(
  host: Host,
  url: URL,
  { pause, readRobots, now = Date.now, sleep = wait }: HostPaceOptions,
): Promise<number> {
  if (!readRobots) return 0;
  let rules = host.robots.get(url.origin);
  if (!rules) {
    if (host.restsUntil > now()) throw new HostRestsError(url.host, host.restsUntil);
    await sleep(host.readyAt - now());
    rules = await readRobots(url).finally(() => rest(host, now() + pause));
    host.robots.set(url.origin, rules);
  }
  if (!rules.allows(url)) throw new RobotsError(url.host);
  return rules.delay;
}

/** Sends a request once. A connection that fails is an answer too, unless it failed for good. */
async function answerOf(
  host: Host,
  ask: () => Promise<Response>,
  now: () => number,
): Promise<{ readonly response: Response } | { readonly error: unknown }> {
  try {
    const response = await withBody(await ask());
    host.failures = 0;
    return { response };
  } catch (error) {
    const isLate = error instanceof Error && error.name === 'TimeoutError';
    if (!isLate && !isPassingFault(error)) throw error;
    host.failures++;
    if (host.failures >= MOST_FAILURES) host.restsUntil = now() + REST;
    // It has had all the time that it was given.
    if (isLate) throw error;
    return { error };
  }
}

/** Codes of connections that fail and may hold the next time. */
const PASSING = new Set([
  'ECONNRESET',
  'ECONNREFUSED',
  'EPIPE',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

/** Returns whether a connection failed in a way that may pass; a time-out is none of these. */
export function isPassingFault(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isPassingFault);
  return error instanceof Error && 'code' in error && PASSING.has(String(error.code));
}

/** The answer with its body in memory: its connection has ended, and the next request to the host may begin. */
async function withBody(response: Response): Promise<Response> {
  if (response.body === null) return response;
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body) {
    size += part.length;
    if (size > MAX_PAGE_BYTES) throw new ClipError('too-large', `more than ${MAX_PAGE_BYTES} bytes`);
    parts.push(part);
  }
  const { status, statusText, headers, url } = response;
  const whole = new Response(joinBytes(parts), { status, statusText, headers });
  Object.defineProperty(whole, 'url', { value: url });
  return whole;
}

async function wait(milliseconds: number): Promise<void> {
  if (milliseconds > 0) await setTimeout(milliseconds);
}
