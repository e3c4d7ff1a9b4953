import { MAX_TITLE, type Origin, type Sourced } from '../model/article.ts';
import { cleanLine } from '../text/clean-text.ts';
import { plainWords } from '../text/text-folding.ts';
import { type Heading, normalizeHeadline, readHeadings } from './headline.ts';
import { matchesHost } from './matches-host.ts';
import { namesOfSite } from './site-name.ts';
import { attributeOf } from './sources/elements.ts';
import { stringOf } from './sources/json-ld.ts';
import { firstMeta } from './sources/meta-tags.ts';
import { firstText, type PageSources } from './sources/page-sources.ts';
import type { PageText } from './sources/page-text.ts';
import { splitTitle, withoutEnd, withoutFirst, withoutLast } from './title-parts.ts';
import { titleUnits } from './title-units.ts';

export interface Title extends Sourced<string> {
  /** The heading that shows it, where the page has one. Dates and bylines are near it. */
  readonly heading?: Heading;
}

interface Claim {
  readonly text: string;
  readonly key: string;
  readonly origin: Origin;
}

/** A claim as headings are compared with it. */
interface Claimed {
  readonly key: string;
  readonly units: ReadonlySet<string>;
}

/** The score of a first-level heading in the page's main part that says just what a claim says: no other can have more. */
const BEST = 1.3;
/** Below this score a heading is believed only where it is the only one of the first level. */
const LEAST_SCORE = 0.7;
/** The shortest text below a headline, in characters. */
const LEAST_BELOW = 80;
/** A heading that is less of a claim than this is a word of it. */
const LEAST_PART = 0.25;
const ONE_WORD = /^[a-z0-9]+$/;

/**
 * The headline as the page shows it. The page claims a title in up to four places of its head, always with a chance of a
 * site name or section around it; the heading that agrees with a claim is what readers saw.
 */
export function readTitle(sources: PageSources): Title {
  const ruled = firstText(sources.root, sources.rule?.headline);
  const headings = readHeadings(sources.page);
  if (ruled !== '') {
    const heading = [...headings].find(({ text }) => plainWords(text) === plainWords(ruled));
    return { value: heading?.text ?? ruled, origin: 'site-rule', ...(heading ? { heading } : {}) };
  }
  const isSiteName = siteNameTest(sources);
  const claims = readCandidates(sources, isSiteName);
  const heading = chooseHeading(headings, claims, sources, isSiteName);
  if (heading) return { value: finish(withoutKicker(heading, claims, isSiteName)), origin: 'heading', heading };
  const claim = claims[0];
  if (claim) return { value: finish(claim.text), origin: claim.origin };
  return { value: finish(sources.titleElement), origin: sources.titleElement === '' ? 'none' : 'title-element' };
}

/** Where the headline begins in the page's text: its heading, else the first line that reads like it. */
export function findHeadline(page: PageText, title: Title): number | undefined {
  if (title.heading) return title.heading.mark.start;
  const key = plainWords(title.value);
  if (key === '') return undefined;
  const limit = title.value.length * 2;
  return page.lines.find(({ start, end }) => end - start < limit && plainWords(page.text.slice(start, end)) === key)
    ?.start;
}

/** What the head of the page says the title is, best first, without the site's name. */
function readCandidates(sources: PageSources, isSiteName: (text: string) => boolean): Claim[] {
  const { meta, jsonLd } = sources;
  const claims: Claim[] = [];
  const add = (raw: string, origin: Origin): void => {
    const text = trimSiteName(withoutHost(withoutSiteNames(normalizeHeadline(raw), sources), sources), isSiteName);
    if (text !== '' && !isSiteName(text)) claims.push({ text, key: plainWords(text), origin });
  };
  add(stringOf(jsonLd.articles[0], 'headline'), 'json-ld');
  add(firstMeta(meta, ['og:title']), 'meta');
  add(firstMeta(meta, ['twitter:title']), 'meta');
  add(stringOf(jsonLd.articles[0], 'name'), 'json-ld');
  add(
    firstMeta(meta, [
      'headline',
      'hdl',
      'dc.title',
      'dcterms.title',
      'citation_title',
      'parsely-title',
      'sailthru.title',
      'title',
    ]),
    'meta',
  );
  add(sources.titleElement, 'title-element');
  return claims;
}

function chooseHeading(
  headings: Iterable<Heading>,
  claims: readonly Claim[],
  { page, url }: PageSources,
  isSiteName: (text: string) => boolean,
): Heading | undefined {
  const claimed: Claimed[] = [...new Set(claims.map(({ key }) => key))].map((key) => ({ key, units: titleUnits(key) }));
  const first: Heading[] = [];
  let best: Heading | undefined;
  let bestScore = 0;
  for (const heading of headings) {
    if (isSiteName(heading.text)) continue;
    const agrees = agreement(plainWords(heading.text), claimed);
    if (agrees < 1 && leadsToNeighbour(heading, url)) continue;
    if (isFirst(heading, page) && first[0]?.text !== heading.text) first.push(heading);
    const score = agrees + placeScore(heading);
    if (score > bestScore) [best, bestScore] = [heading, score];
    if (bestScore === BEST) break;
  }
  if (bestScore >= LEAST_SCORE) return best;
  const named = first.filter(({ mark }) => mark.words.includes('headline'));
  return [first, named].find(({ length }) => length === 1)?.[0];
}

/** Whether a heading is of the first level, in the main part, above some text: a widget at the end of the page has one too. */
function isFirst({ level, mark }: Heading, { text }: PageText): boolean {
  return level === 1 && mark.region === 'main' && text.length - mark.end > LEAST_BELOW;
}

function placeScore({ level, mark }: Heading): number {
  return (level === 1 ? 0.3 : level === 2 ? 0.1 : 0) - (mark.region === 'main' ? 0 : 0.3);
}

/** Whether a heading as a whole is a link to another page of the site: it is another story's. */
function leadsToNeighbour({ mark: { element }, text }: Heading, page: URL): boolean {
  const inner = element.querySelector('a[href]');
  const link = inner && cleanLine(inner.textContent ?? '') === text ? inner : element.closest('a[href]');
  const address = link ? (attributeOf(link, 'href') ?? '') : '';
  if (address === '' || !URL.canParse(address, page.href)) return false;
  const { host, pathname } = new URL(address, page.href);
  return host === page.host && pathname !== '/' && pathname !== page.pathname;
}

/** A heading may hold a rubric above the headline or a line below it; where a claim is the rest, the claim is the headline. */
function withoutKicker(heading: Heading, claims: readonly Claim[], isSiteName: (text: string) => boolean): string {
  const text = trimSiteName(heading.text, isSiteName);
  const key = plainWords(text);
  if (claims.some((claim) => claim.key === key)) return text;
  // An element around the first letter, or around a line, parts words only by its looks.
  const raw = heading.mark.element.textContent ?? '';
  if (raw.length <= MAX_TITLE && claims.some((claim) => claim.key === plainWords(raw))) return normalizeHeadline(raw);
  const inner = claims.find(
    (claim) =>
      claim.key.length * 5 > key.length * 2 &&
      ((key.endsWith(` ${claim.key}`) && hasParts(heading)) ||
        (key.startsWith(`${claim.key} `) && (heading.hasLines || isSublineOf(claim.text, text)))),
  );
  return inner?.text ?? text;
}

/** Whether a heading is set in several elements or lines, so that one of them may be a rubric. */
function hasParts({ hasLines, mark }: Heading): boolean {
  return (
    hasLines || mark.element.firstElementChild !== null || /[:|｜/·•–—-] |[：】]/.test(mark.element.textContent ?? '')
  );
}

/** Whether a sign that separates titles follows a claim in a heading: `Night ferry runs / Dec 2025`. */
function isSublineOf(claim: string, heading: string): boolean {
  return heading.startsWith(claim) && /^\s+[|/·•]\s/.test(heading.slice(claim.length));
}

/** From 0 (no claim says it) to 1 (a claim says exactly that). */
function agreement(key: string, claims: readonly Claimed[]): number {
  if (claims.some((claim) => claim.key === key)) return 1;
  const units = titleUnits(key);
  let best = 0;
  for (const claim of claims) {
    const [short, long] = key.length < claim.key.length ? [key, claim.key] : [claim.key, key];
    if (short.length > 0 && long.includes(short) && (short.length >= long.length * LEAST_PART || !ONE_WORD.test(short)))
      best = Math.max(best, 0.4 + (0.5 * short.length) / long.length);
    else best = Math.max(best, 0.8 * sharedPart(units, claim.units));
  }
  return best;
}

function sharedPart(first: ReadonlySet<string>, second: ReadonlySet<string>): number {
  let shared = 0;
  for (const unit of first) if (second.has(unit)) shared += 1;
  return shared / Math.max(first.size, second.size, 1);
}

/** Takes names of the site off either end, as often as there are any; sections behind one go with it (`… - BBC - China`). */
function trimSiteName(title: string, isSiteName: (text: string) => boolean): string {
  let text = title;
  for (let round = 0; round < 4; round += 1) {
    const parts = splitTitle(text);
    if (parts.length < 2) return text;
    if (parts.slice(1).some(isSiteName)) text = withoutLast(text);
    else if (isSiteName(parts[0] ?? '')) text = withoutFirst(text);
    else return text;
  }
  return text;
}

/** Takes a site's name off the end that is itself made of parts: `… - Admissions Blog - University of Quay`. */
function withoutSiteNames(title: string, sources: PageSources): string {
  const name = namesOfSite(sources).find(
    ({ value }) => value.length < title.length && title.endsWith(value) && splitTitle(value).length > 1,
  );
  return name ? withoutEnd(title, name.value) : title;
}

/** Takes the site's address off the start, with no sign behind it: `quay.example Night ferry runs`. */
function withoutHost(title: string, { url }: PageSources): string {
  const host = `${url.hostname.replace(/^www\./, '')} `;
  const rest = title.slice(host.length);
  return title.toLowerCase().startsWith(host) && /^[\p{L}\p{N}]/u.test(rest) ? rest : title;
}

function siteNameTest(sources: PageSources): (text: string) => boolean {
  const names = new Set(namesOfSite(sources).map(({ value }) => plainWords(value)));
  names.delete('');
  const asked = new Map<string, boolean>();
  const isSiteName = (text: string): boolean => {
    const key = plainWords(text);
    return names.has(key) || (key.length < 40 && matchesHost(text, sources.url.hostname));
  };
  return (text) => {
    const answer = asked.get(text) ?? isSiteName(text);
    asked.set(text, answer);
    return answer;
  };
}

function finish(title: string): string {
  return title.length > MAX_TITLE ? `${title.slice(0, MAX_TITLE).replace(/[\ud800-\udbff]$/, '')}…` : title;
}
