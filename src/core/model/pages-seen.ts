import * as v from 'valibot';
import { ownObject, type SchemasOf } from './own-object.ts';

/** A further page of a story. */
export interface FurtherPage {
  /** From 1. */
  readonly number: number;
  readonly url: string;
}

/** What a page says of the pages that its story is divided into. */
export interface PagesSeen {
  /** What the page calls its story, each in its own words: heading, `og:title`, `title`. */
  readonly titles: readonly string[];
  /** The number of this page; 1 where the page says nothing of pages. */
  readonly current: number;
  /** The others that the page links to, in order. Empty: the story has one page. */
  readonly others: readonly FurtherPage[];
  /** The highest number that the page names. */
  readonly total: number;
}

/** A page's answer about its pages: a compromised renderer may answer anything. Made at each call. */
export function pagesSeenSchema() {
  const number = v.pipe(v.number(), v.integer(), v.minValue(1));
  return ownObject({
    titles: v.array(v.string()),
    current: number,
    others: v.array(ownObject({ number, url: v.pipe(v.string(), v.url()) } satisfies SchemasOf<FurtherPage>)),
    total: number,
  } satisfies SchemasOf<PagesSeen>);
}
