import { isTrackingParameter } from '../text/tracking-parameters.ts';

/** One way to read an address: as a page of the story at `base`. */
export interface PageReading {
  /** The address without what numbers the page, in one spelling: comparable with the base of other readings only. */
  readonly base: string;
  /** The number as the address writes it: from 0, 1 or 2. Absent: the address has none. */
  readonly marker?: number;
  /** True where the address names the number as that of a page: `?page=2`, `/page/2`, `-p2`. */
  readonly isNamed: boolean;
}

const PAGE_WORD = '(?:page|pages?no|pagenum|seite|pagina|página|str|pag|pg|p)';

/** Names of parameters that number the pages of one story. */
const PAGE_PARAMETER =
  /^(?:page|pages|paged|p|pg|pn|pag|pagina|seite|sida|(?:cur(?:rent)?[-_]?)?page[-_]?(?:no|num|number|id|index)?)$/i;

/** Higher numbers are ids and years. */
const MARKER = '(\\d{1,2})';

/** The last part of a path with a number, most telling form first: the part without it is in front. */
const NAMED_ENDS = [
  new RegExp(`^(.*)/${PAGE_WORD}/${MARKER}$`, 'i'),
  new RegExp(`^(.*)/${PAGE_WORD}[-_]?${MARKER}$`, 'i'),
  new RegExp(`^(.*[^/])[-_,.]${PAGE_WORD}[-_]?${MARKER}$`, 'i'),
];
const BARE_ENDS = [new RegExp(`^(.*)/${MARKER}$`), new RegExp(`^(.*[^/])[-_,.]${MARKER}$`)];

/** Endings that a story's address may have on one page and not on the other. */
const FILE_END = /\.(?:[sx]?html?|php|aspx?|jsp)$/i;
const INDEX = /\/index$/i;

/** All ways to read an address; the first one is that it has no number. */
export function readPageAddress(url: URL): PageReading[] {
  const path = url.pathname.replace(/\/+$/, '').replace(FILE_END, '');
  const whole = url.origin + path.replace(INDEX, '');
  const query = [...url.searchParams].filter(([name]) => !isTrackingParameter(name));
  const readings: PageReading[] = [{ base: whole + written(query), isNamed: false }];
  for (const [name, value] of query) {
    if (!PAGE_PARAMETER.test(name) || !/^\d{1,2}$/.test(value)) continue;
    const rest = query.filter(([other]) => other !== name);
    readings.push({ base: whole + written(rest), marker: Number(value), isNamed: true });
  }
  for (const [ends, isNamed] of [[NAMED_ENDS, true] as const, [BARE_ENDS, false] as const]) {
    for (const end of ends) {
      const [, front, marker] = end.exec(path) ?? [];
      if (front === undefined) continue;
      const base = url.origin + front.replace(FILE_END, '').replace(INDEX, '') + written(query);
      readings.push({ base, marker: Number(marker), isNamed });
    }
  }
  return readings;
}

/** True for a site's front page, whose pages are of a list. */
export function isFrontPage(base: string): boolean {
  return URL.canParse(base) && new URL(base).pathname === '/' && new URL(base).search === '';
}

function written(query: readonly (readonly [string, string])[]): string {
  const parts = query.map(([name, value]) => `${name}=${value}`).toSorted();
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}
