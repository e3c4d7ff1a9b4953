import type { SiteRule } from './site-rule.ts';
import { SITE_RULES } from './site-rules.ts';

const RULE_OF_HOST: ReadonlyMap<string, SiteRule> = new Map(
  SITE_RULES.flatMap((rule) => rule.hosts.map((host) => [host, rule] as const)),
);

/** The rule for the publisher of an address: the one with the longest host that the address's host is or ends in. */
export function findSiteRule(url: string): SiteRule | undefined {
  if (!URL.canParse(url)) return undefined;
  let host = new URL(url).hostname;
  while (host !== '') {
    const rule = RULE_OF_HOST.get(host);
    if (rule) return rule;
    const dot = host.indexOf('.');
    host = dot === -1 ? '' : host.slice(dot + 1);
  }
  return undefined;
}
