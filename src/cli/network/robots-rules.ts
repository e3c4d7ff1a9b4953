import robotsParser from 'robots-parser';
import { type JudgedFetch, USER_AGENT } from '../judged-fetch.ts';

/** The name that rules call this program by (RFC 9309, 2.2.1). */
export const ROBOT_NAME = 'Jianbao';

/** Crawlers must read at least so many bytes of the file (RFC 9309, 2.5); what follows is not read. */
const MOST_BYTES = 512 * 1024;
const TIMEOUT = 15_000;
/** A longer `Crawl-delay` is met by this pause, in milliseconds: an hour between two stories is a slip of the pen. */
const LONGEST_DELAY = 60_000;

/** The `robots.txt` of an address does not allow this program to fetch it. */
export class RobotsError extends Error {
  readonly host: string;

  constructor(host: string) {
    super(`the robots.txt of ${host} does not allow it`);
    this.host = host;
  }
}

/** What the `robots.txt` of one origin says. */
export interface RobotsRules {
  allows(url: URL): boolean;
  /** The least pause between two requests, in milliseconds. */
  readonly delay: number;
}

const ANYTHING: RobotsRules = { allows: () => true, delay: 0 };

/**
 * Reads the `robots.txt` of an address's origin. Where the server has none, everything is allowed (RFC 9309, 2.3.1.3).
 *
 * @param fetch sends its requests at once: the caller has the turn at this host already.
 * @throws {Error} where the server cannot be asked, or fails: nothing may be fetched then (RFC 9309, 2.3.1.4).
 */
export async function readRobots({ origin }: URL, fetch: JudgedFetch): Promise<RobotsRules> {
  const address = `${origin}/robots.txt`;
  const response = await fetch(address, { headers: { 'User-Agent': USER_AGENT }, timeout: TIMEOUT });
  if (response.status >= 500) {
    await response.body?.cancel();
    throw new Error(`the server answered ${response.status} for its robots.txt, so nothing else was asked of it`);
  }
  if (!response.ok) {
    await response.body?.cancel();
    return ANYTHING;
  }
  const rules = robotsParser(address, withoutSitemaps(unescaped(await headOf(response))));
  const delay = Math.min((rules.getCrawlDelay(ROBOT_NAME) ?? 0) * 1000, LONGEST_DELAY);
  return { allows: (url) => rules.isAllowed(unescaped(url.href), ROBOT_NAME) ?? true, delay };
}

/** Does not end a group (RFC 9309, 2.2.4), which robots-parser 3.0.1 takes it to (`findings/`). */
function withoutSitemaps(rules: string): string {
  return rules.replace(/^\s*sitemap\s*:.*$/gim, '');
}

/** Unreserved letters that are escaped count as themselves (RFC 9309, 2.2.2): robots-parser compares the escapes. */
function unescaped(text: string): string {
  return text.replace(/%[2-7][\da-f]/gi, (escaped) => {
    const letter = decodeURIComponent(escaped);
    return /[\w.~-]/.test(letter) ? letter : escaped;
  });
}

async function headOf(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const part of response.body ?? []) {
    text += decoder.decode(part, { stream: true });
    bytes += part.length;
    if (bytes > MOST_BYTES) break;
  }
  return text;
}
