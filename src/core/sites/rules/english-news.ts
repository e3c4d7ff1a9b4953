import type { SiteRule } from '../../model/site-rule.ts';
import { readNameTable } from '../read-name-table.ts';

/**
 * Publishers in English whose domain does not tell the country (`country-zones.ts`), and whose readers are in one time
 * zone: the general rules serve them well, but a time without an offset would have no zone.
 */
const IN_ONE_ZONE: Readonly<Record<string, string>> = {
  'Asia/Hong_Kong': `
    South China Morning Post scmp.com
    Hong Kong Free Press hongkongfp.com
  `,
  'Asia/Singapore': `
    The Straits Times straitstimes.com
    CNA channelnewsasia.com
  `,
  'Asia/Taipei': `
    Taipei Times taipeitimes.com
  `,
  'Asia/Kolkata': `
    The Hindu thehindu.com
    The Indian Express indianexpress.com
  `,
  'Asia/Karachi': `
    Dawn dawn.com
  `,
  'Europe/Dublin': `
    The Irish Times irishtimes.com
  `,
};

export const ENGLISH_NEWS: readonly SiteRule[] = Object.entries(IN_ONE_ZONE).flatMap(([zone, table]) =>
  readNameTable(table, zone),
);
