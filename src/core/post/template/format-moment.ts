import type { Moment } from '../moment.ts';

const TOKEN = /\[([^\]]*)\]|YYYY|YY|MM|M|DD|D|HH|H|mm|ss|Z/g;

/**
 * Writes a moment by a pattern: `YYYY YY MM M DD D HH H mm ss Z` (the offset, `+08:00`), `[text]` for text as it stands.
 * Of a moment whose time is not known the time tokens give zeros, and `Z` nothing.
 */
export function formatMoment(moment: Moment, pattern: string): string {
  const [year = '', month = '', day = ''] = moment.day.split('-');
  const [hour = '', minute = '', second = ''] = (moment.time ?? '00:00:00').split(':');
  const tokens: Record<string, string> = {
    YYYY: year,
    YY: year.slice(2),
    MM: month,
    M: bare(month),
    DD: day,
    D: bare(day),
    HH: hour,
    H: bare(hour),
    mm: minute,
    ss: second,
    Z: moment.zone ?? '',
  };
  return pattern.replace(TOKEN, (token, quoted: string | undefined) => quoted ?? tokens[token] ?? token);
}

function bare(digits: string): string {
  return String(Number(digits));
}
