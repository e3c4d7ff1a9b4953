import * as v from 'valibot';
import type { SiteRule } from '../../core/model/site-rule.ts';
import { siteRuleSchema } from '../../core/sites/site-rule-schema.ts';

/** Sites as they are typed: `zaobao.com, www.example.org/news` or whole addresses. Undefined where one is malformed. */
export function readPlaces(typed: string): readonly string[] | undefined {
  const places = typed
    .split(/[\s,，、;；]+/)
    .filter((word) => word !== '')
    .map(placeOf);
  const unique = [...new Set(places)];
  return v.is(siteRuleSchema, { places: unique }) ? unique : undefined;
}

/** A host with the beginning of a path; of an address its host and path. Chinese hosts become Punycode. */
function placeOf(word: string): string {
  const address = /^[a-z]+:\/\//i.test(word) ? word : `https://${word}`;
  if (!URL.canParse(address)) return word;
  const { hostname, pathname } = new URL(address);
  return `${hostname.replace(/^www\./, '')}${pathname.replace(/\/+$/, '')}`;
}

/** One selector a line. */
export function readSelectors(typed: string): readonly string[] {
  return typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** The first line that the browser does not take for a selector. */
export function faultySelector(selectors: readonly string[]): string | undefined {
  const nothing = document.createDocumentFragment();
  return selectors.find((selector) => {
    try {
      nothing.querySelector(selector);
      return false;
    } catch (error) {
      if (error instanceof DOMException) return true;
      throw error;
    }
  });
}

/** A rule with other selectors; a list without any is left out. */
export function withSelectors(
  { take: _take, keep: _keep, drop: _drop, ...rest }: SiteRule,
  lists: Readonly<Record<'take' | 'keep' | 'drop', readonly string[]>>,
): SiteRule {
  return { ...rest, ...Object.fromEntries(Object.entries(lists).filter(([, selectors]) => selectors.length > 0)) };
}
