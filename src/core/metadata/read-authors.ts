import type { Sourced } from '../model/article.ts';
import type { AuthorEvidence } from '../model/author-evidence.ts';
import type { Modules } from '../model/modules.ts';
import { plainWords } from '../text/text-folding.ts';
import type { AuthorCandidate } from './bylines/author-candidate.ts';
import { type AuthorSources, authorSources } from './bylines/author-sources.ts';
import { withoutDegrees } from './bylines/byline-reader.ts';
import { candidatesInHead } from './bylines/candidates-in-head.ts';
import { candidatesInPage } from './bylines/candidates-in-page.ts';
import { matchesHost } from './matches-host.ts';

/** Desks and agencies: taken for an author only where the page has nobody else. */
const DESKS = new Set(
  'redaktion editor editors editorial staff team admin newsroom desk redaction redacción redazione redacao redação pressestelle agenturen agencies reuters ap afp dpa'.split(
    ' ',
  ),
);
/** A group that signs for its site: the page may state it as one of the bodies that publish, too. */
const IS_GROUP = /\s(?:team|staff|editors|editorial board)$/i;
/** A given name and a surname. */
const IS_PERSON = /^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+(?:\p{Lu}\p{Ll}+)?$/u;
/** Below this nobody is named. */
const LEAST = 0.3;

/**
 * Who wrote the story, in the page's order. Places disagree (a portal in the head, the editor in the text), so each candidate is
 * weighed: by how often its place is right, by the other places that say the same, by whether its names can be read in the page.
 *
 * @param modules those of the languages that the evidence names.
 */
export function readAuthors(evidence: AuthorEvidence, modules: Partial<Modules>): Sourced<readonly string[]> {
  const sources = authorSources(evidence, modules);
  const ruled = sources.bylines.read(evidence.ruled).names;
  if (ruled.length > 0) return { value: ruled, origin: 'site-rule' };
  const isSite = siteTest(evidence);
  const candidates = [...candidatesInHead(sources), ...candidatesInPage(sources)].filter(
    (candidate) =>
      candidate.person || candidate.shown || !candidate.names.every(isSite) || isPersonsSite(candidate, sources),
  );
  const keys = new Map(
    candidates.map((candidate) => [candidate, candidate.names.map((name) => plainWords(withoutDegrees(name)))]),
  );
  let best: AuthorCandidate | undefined;
  let most = LEAST;
  for (const candidate of candidates) {
    const weight = candidate.weight + agreement(candidate, keys) + penalty(candidate, sources, isSite);
    if (weight > most) [best, most] = [candidate, weight];
  }
  return best
    ? { value: peopleOf(best.names, evidence.host, isSite), origin: best.origin }
    : { value: [], origin: 'none' };
}

/** `By Pete Evans, CBC News`: the site's name behind an author's says for whom. */
function peopleOf(names: readonly string[], host: string, isSite: (name: string) => boolean): readonly string[] {
  const isOutlet = (name: string): boolean => isSite(name) || matchesHost(name.replace(/ news$/i, ''), host);
  return names.filter((name, index) => index === 0 || isOutlet(names[0] ?? '') || !isOutlet(name));
}

/** Personal sites are named after their writer: the head states the same given name and surname as author and site. */
function isPersonsSite({ names }: AuthorCandidate, { bylines }: AuthorSources): boolean {
  return names.length === 1 && names.every((name) => IS_PERSON.test(name) && !bylines.isOrganisation(name));
}

/** Tests for the site's own name. The head of the page may not state it as the author; a visible byline may. */
function siteTest({ siteNames, host }: AuthorEvidence): (name: string) => boolean {
  const names = new Set(siteNames.filter((name) => !IS_GROUP.test(name)).map(plainWords));
  names.add(plainWords(host.replace(/^www\./, '')));
  return (name) => names.has(plainWords(name));
}

/** How much less an East Asian name weighs that has no surname, where only the head of the page has it. */
const UNSEEN_NAME = 0.25;

/** Content systems put their maker or the portal where the author belongs; readers see neither beside the story. */
function isUnseenEastAsian(
  { names, origin, person }: AuthorCandidate,
  { eastAsian, evidence, lines }: AuthorSources,
): boolean {
  if (!eastAsian || person || origin !== 'meta') return false;
  const isInMain = (name: string): boolean =>
    lines.some(({ start, end, region }) => region === 'main' && evidence.text.slice(start, end).includes(name));
  return names.every((name) => /[\u3040-\u9fff]/.test(name) && eastAsian.shapeOf(name) !== 'person' && !isInMain(name));
}

/** What other places add: the same names again, or part of them. */
function agreement(candidate: AuthorCandidate, keys: ReadonlyMap<AuthorCandidate, readonly string[]>): number {
  const names = new Set(keys.get(candidate));
  let sum = 0;
  for (const [other, others] of keys) {
    if (other === candidate) continue;
    const shared = others.filter((name) => names.has(name)).length;
    sum += 0.12 * (shared / Math.max(names.size, others.length));
  }
  return Math.min(sum, 0.4);
}

function penalty(candidate: AuthorCandidate, sources: AuthorSources, isSite: (name: string) => boolean): number {
  const { names, origin } = candidate;
  // What the head names as a body has less weight already.
  const isBody =
    (origin === 'json-ld' || origin === 'meta') && names.every((name) => sources.bylines.isOrganisation(name));
  const isRead = candidate.shown || names.every((name) => sources.evidence.text.includes(withoutDegrees(name)));
  if (isUnseenEastAsian(candidate, sources)) return -UNSEEN_NAME;
  return (
    (names.every(isDesk) ? (isBody ? -0.15 : -0.4) : 0) + (names.every(isSite) ? -0.2 : 0) + (isRead ? 0.15 : -0.1)
  );
}

function isDesk(name: string): boolean {
  return name
    .toLowerCase()
    .split(/[\s/-]+/)
    .some((word) => DESKS.has(word));
}
