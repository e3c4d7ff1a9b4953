import type { Removal } from './article.ts';

/** How paragraphs that are out of order in the HTML state their place. */
export interface OrderRule {
  /** The elements to put in order; each keeps the parent that it has. */
  readonly selector: string;
  /** The attribute that holds the rank. */
  readonly attribute: string;
  /** Characters of the value to skip before the rank begins. */
  readonly skip: number;
  /** How the rest spells the rank: decimal digits, or decimal digits written in base32 (RFC 4648). */
  readonly encoding: 'decimal' | 'base32';
}

/**
 * What is known of one publisher that no general rule can find out. Plain data: selectors are CSS, tried in the order
 * written; a rule that finds nothing leaves the page to the general rules. The schema is `sites/site-rule-schema.ts`.
 */
export interface SiteRule {
  /** Host names, each for itself and everything below it; a path may follow (`rfi.fr/cn`). */
  readonly places: readonly string[];
  /** The publisher's name as its readers know it. */
  readonly name?: string;
  /** Where the name is, on a platform of many publishers. */
  readonly nameAt?: readonly string[];
  /** IANA time zone in which the publisher writes its times. */
  readonly zone?: string;
  /** The element or elements that hold the story: the first selector that matches one with text. */
  readonly take?: readonly string[];
  /** What to remove from the page before anything else is done. */
  readonly drop?: readonly string[];
  /** What belongs to the story although the general rules leave it out. Only the user's own rules have it. */
  readonly keep?: readonly string[];
  readonly order?: OrderRule;
  /** Where the headline, the byline and the time of publication are as text. */
  readonly headline?: readonly string[];
  readonly byline?: readonly string[];
  readonly date?: readonly string[];
}

/** What is known of single publishers, and how it is put to use. */
export interface SiteRules {
  /**
   * The rule for the publisher of an address, with the user's own rules before the built-in ones. Some publishers have rules
   * for their pages in Chinese, Japanese or Korean only.
   */
  readonly find: (url: string, isEastAsian: boolean, own?: readonly SiteRule[]) => SiteRule | undefined;
  /** Applies a rule to a page. Returns a container with the story's elements where the rule names them. */
  readonly apply: (page: Element, rule: SiteRule, trace: Removal[]) => Element | undefined;
}
