/** Whatever is known of single sites. */
interface OfPlaces {
  readonly places: readonly string[];
}

/** Returns the rule for the publisher of an address: the one with the longest place that the address is below. */
export function findSiteRule<Rule extends OfPlaces>(url: string, rules: readonly Rule[]): Rule | undefined {
  if (!URL.canParse(url)) return undefined;
  const { hostname, pathname } = new URL(url);
  let found: Rule | undefined;
  let longest = 0;
  for (const rule of rules) {
    for (const place of rule.places) {
      if (place.length <= longest || !liesIn(place, hostname, pathname)) continue;
      found = rule;
      longest = place.length;
    }
  }
  return found;
}

function liesIn(place: string, hostname: string, pathname: string): boolean {
  const slash = place.indexOf('/');
  const host = slash === -1 ? place : place.slice(0, slash);
  if (hostname !== host && !hostname.endsWith(`.${host}`)) return false;
  return slash === -1 || `${pathname}/`.startsWith(`${place.slice(slash)}/`);
}
