/** A server that asks for more than a day is asked again after one. */
const LONGEST = 24 * 60 * 60_000;

/**
 * The moment that a `Retry-After` header names, in Unix milliseconds: seconds from now or a date (RFC 9110, 10.2.3).
 *
 * @param now Unix milliseconds.
 * @returns nothing where the header is absent or cannot be read.
 */
export function retryAfter(headers: Headers, now: number): number | undefined {
  const value = headers.get('retry-after')?.trim();
  if (!value) return undefined;
  const moment = /^\d+$/.test(value) ? now + Number(value) * 1000 : Date.parse(value);
  return Number.isNaN(moment) ? undefined : Math.min(Math.max(moment, now), now + LONGEST);
}
