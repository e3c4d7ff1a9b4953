import type { SiteRule } from '../model/site-rule.ts';

/**
 * Reads a table of publishers whose name and clock are all that a rule has to say. A line is a name, then its places:
 * the words with a dot (`BBC News 中文 bbc.com/zhongwen`).
 *
 * @param zone IANA time zone of all publishers in the table; none where they write for readers of many zones.
 */
export function readNameTable(table: string, zone?: string): SiteRule[] {
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const words = line.trim().split(' ');
      const places = words.filter((word) => word.includes('.'));
      const name = words.slice(0, -places.length).join(' ');
      return { places, name, ...(zone === undefined ? {} : { zone }) };
    });
}
