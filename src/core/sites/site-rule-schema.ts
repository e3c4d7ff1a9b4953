import * as v from 'valibot';
import { isTimeZone } from '../dates/partial-date-time.ts';
import { ownObject } from '../model/own-object.ts';
import type { SiteRule } from '../model/site-rule.ts';

/** A host name, optionally with the beginning of a path: `rfi.fr/cn`. Lower case; Chinese host names as Punycode. */
const PLACE = /^[a-z0-9-]+(\.[a-z0-9-]+)+(\/[^\s?#/]+)*$/;

/** More of each is a mistake, or meant to slow a clip down. */
const MAX_ITEMS = 100;
const MAX_LENGTH = 1_000;

const text = v.pipe(v.string(), v.nonEmpty(), v.maxLength(MAX_LENGTH));
/** CSS. Whether a browser can read a selector is for the caller to try, on a document. */
const selectors = v.exactOptional(v.pipe(v.array(text), v.maxLength(MAX_ITEMS)));

/** A rule as plain data: of a settings file, an import, a message. Fields that the type does not have are left out. */
export const siteRuleSchema: v.GenericSchema<unknown, SiteRule> = ownObject({
  places: v.pipe(v.array(v.pipe(text, v.regex(PLACE))), v.minLength(1), v.maxLength(MAX_ITEMS)),
  name: v.exactOptional(text),
  nameAt: selectors,
  zone: v.exactOptional(v.pipe(text, v.check(isTimeZone))),
  take: selectors,
  drop: selectors,
  keep: selectors,
  order: v.exactOptional(
    ownObject({
      selector: text,
      attribute: text,
      skip: v.pipe(v.number(), v.integer(), v.minValue(0)),
      encoding: v.picklist(['decimal', 'base32']),
    }),
  ),
  headline: selectors,
  byline: selectors,
  date: selectors,
} satisfies Record<keyof SiteRule, v.GenericSchema>);
