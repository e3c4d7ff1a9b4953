import type { Sourced } from '../../article.ts';
import { plainWords } from '../letters.ts';
import type { AuthorClaim } from './bylines/author-claim.ts';
import { claimsInHead } from './bylines/claims-in-head.ts';
import { claimsInPage } from './bylines/claims-in-page.ts';
import { firstText, type PageFacts } from './facts/page-facts.ts';
import { matchesHost, namesOfSite } from './site-name.ts';

/** Desks and agencies: taken for an author only where the page has nobody else. */
const DESKS = new Set(
  'redaktion editor editors editorial staff team admin newsroom desk redaction redacción redazione redacao redação pressestelle agenturen agencies reuters ap afp dpa'.split(
    ' ',
  ),
);
/** Below this nobody is named. */
const LEAST = 0.3;

/**
 * Who wrote the story, in the page's order. Places disagree (a portal in the head, the editor in the text), so each claim is
 * weighed: by how often its place is right, by the other places that say the same, by whether its names can be read in the page.
 */
export function readAuthors(facts: PageFacts, headlineAt: number | undefined): Sourced<readonly string[]> {
  const ruled = facts.bylines.read(firstText(facts.root, facts.rule?.byline)).names;
  if (ruled.length > 0) return { value: ruled, origin: 'site-rule' };
  const isSite = siteTest(facts);
  const claims = [...claimsInHead(facts), ...claimsInPage(facts, headlineAt)].filter(
    (claim) => claim.person || claim.shown || !claim.names.every(isSite),
  );
  const keys = new Map(claims.map((claim) => [claim, claim.names.map(plainWords)]));
  let best: AuthorClaim | undefined;
  let most = LEAST;
  for (const claim of claims) {
    const weight = claim.weight + support(claim, keys) + doubt(claim, facts, isSite);
    if (weight > most) [best, most] = [claim, weight];
  }
  return best
    ? { value: peopleOf(best.names, facts.url.hostname, isSite), origin: best.origin }
    : { value: [], origin: 'none' };
}

/** `By Pete Evans, CBC News`: the site's name behind an author's says for whom. */
function peopleOf(names: readonly string[], host: string, isSite: (name: string) => boolean): readonly string[] {
  const isOutlet = (name: string): boolean => isSite(name) || matchesHost(name.replace(/ news$/i, ''), host);
  return names.filter((name, index) => index === 0 || isOutlet(names[0] ?? '') || !isOutlet(name));
}

/** The site's own name is no author in the head of the page; readers may still be shown it as one. */
function siteTest(facts: PageFacts): (name: string) => boolean {
  const names = new Set(namesOfSite(facts).map(({ value }) => plainWords(value)));
  names.add(plainWords(facts.url.hostname.replace(/^www\./, '')));
  return (name) => names.has(plainWords(name));
}

/** What other places add: the same names again, or part of them. */
function support(claim: AuthorClaim, keys: ReadonlyMap<AuthorClaim, readonly string[]>): number {
  const names = new Set(keys.get(claim));
  let sum = 0;
  for (const [other, others] of keys) {
    if (other === claim) continue;
    const shared = others.filter((name) => names.has(name)).length;
    sum += 0.12 * (shared / Math.max(names.size, others.length));
  }
  return Math.min(sum, 0.4);
}

function doubt(claim: AuthorClaim, facts: PageFacts, isSite: (name: string) => boolean): number {
  const { names } = claim;
  const isRead = claim.shown || names.every((name) => facts.page.text.includes(name));
  return (names.every(isDesk) ? -0.4 : 0) + (names.every(isSite) ? -0.2 : 0) + (isRead ? 0.15 : -0.05);
}

function isDesk(name: string): boolean {
  return name
    .toLowerCase()
    .split(/[\s/-]+/)
    .some((word) => DESKS.has(word));
}
