import { UsageError } from '../command.ts';

const UNITS: Readonly<Record<string, number>> = { h: 3_600_000, d: 86_400_000, w: 7 * 86_400_000 };

/**
 * The moment that `--since` names, in Unix milliseconds: a day or time in ISO 8601, or a span before now (`12h`, `7d`).
 *
 * @throws {UsageError}
 */
export function sinceOf(value: string | undefined, now: Date): number | undefined {
  if (value === undefined) return undefined;
  const [, count, unit = ''] = /^(\d{1,5})([hdw])$/.exec(value) ?? [];
  if (count !== undefined) return now.getTime() - Number(count) * (UNITS[unit] ?? 0);
  const moment = /^\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d)?)?$/.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(moment)) throw new UsageError(`--since ${value} is neither a day (2026-01-31) nor a span (12h, 7d)`);
  return moment;
}
