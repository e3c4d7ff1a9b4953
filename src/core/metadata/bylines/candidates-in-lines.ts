import type { AuthorCandidate } from './author-candidate.ts';
import type { AuthorSources, Line } from './author-sources.ts';
import { type BylineReader, looksLikeName } from './byline-reader.ts';
import { closeness, linesNear } from './closeness.ts';

/** A date in digits with nothing beside it but one name: before it, or behind it and a sign. */
const LINE_WITH_DATE =
  /^(?:([^\d|,–-]{5,40})[|–-] ?)?\d{1,2}\.\d{1,2}\.\d{4}(?:[ |,–-]{1,3}\d\d[:.]\d\d(?: Uhr)?)?(?: ?[|–-] ?([^\d|,–-]{5,40}))?$/;
const AUTHOR_LABEL =
  /^(?:(?:author|autor|autorin|autoren|auteur|autore|text|texto) ?: ?|author, |(?:this (?:post|article|story) was )?(?:written|posted) by:? )(.{2,80})/gim;
/** More of them are a list of stories. */
const MAX_LABELS = 3;
const MAX_EAST_ASIAN = 20;
const LINES_ABOVE = 5;
const LINES_BELOW = 14;
/** Further down a line must be a byline as a whole. */
const LINES_FAR_BELOW = 30;
/** A label that has a line of its own is shorter. */
const LONGEST_LABEL = 24;
const LONGEST_PURE = 70;
/** The text between the headline and a line that is beside it. */
const BESIDE = 300;
/** Weights of a name between signs: beside a date alone, and beside a date and a post. */
const BESIDE_DATE = 0.14;
const BESIDE_POST = 0.45;
/** The text between the headline and a label that has a line of its own. */
const BELOW = 1_500;

const PLURAL_LABEL = /^(?:authors|author\(s\)|writers)\s?:?$/i;
const MOST_LISTED = 12;

/** The writers that lines of the page name by a label, beside a date, or as East Asian stories do. */
export function candidatesInLines(sources: AuthorSources): AuthorCandidate[] {
  return [...fromLines(sources), ...fromLabels(sources), ...fromDateLines(sources), ...fromEastAsianLines(sources)];
}

/** Lines by the headline that begin with “By” or its like, or have it behind a date: `Posted on 3 May by Ann Lee`. */
function fromLines(sources: AuthorSources): AuthorCandidate[] {
  const headlineAt = sources.evidence.headline;
  if (headlineAt === undefined) return [];
  const candidates: AuthorCandidate[] = [];
  const near = linesNear(sources, headlineAt, LINES_ABOVE, LINES_FAR_BELOW);
  const last = linesNear(sources, headlineAt, 0, LINES_BELOW).at(-1)?.end ?? headlineAt;
  for (const [index, line] of near.entries()) {
    const names = namesOfLine(sources, line, near[index + 1], line.start - headlineAt);
    const isPure = line.end - line.start < LONGEST_PURE;
    if (names.length === 0 || !(line.end <= last || isPure)) continue;
    const weight = 0.45 + 0.2 * closeness(line.start, headlineAt);
    candidates.push({ names, origin: 'page-text', weight, shown: true });
  }
  return candidates;
}

/** The names of one line; where it holds only a label, those of the next: `Written by`, `Ann Lee`. */
function namesOfLine(sources: AuthorSources, line: Line, next: Line | undefined, distance: number): readonly string[] {
  const { evidence, bylines, eastAsian } = sources;
  const text = evidence.text.slice(line.start, line.end);
  if (eastAsian?.readField(text)) return [];
  const labelled = bylines.behindLabel(text);
  if (labelled === undefined) return beforePosts(namesBesideDate(text, bylines));
  if (labelled.length > 0) return isProse(text) ? [] : named(labelled, text, Math.abs(distance) < BESIDE);
  const isNear = distance > -BESIDE && distance < BELOW;
  if (!isNear || text.length > LONGEST_LABEL || next?.start !== line.end + 1) return [];
  const below = evidence.text.slice(next.start, next.end);
  if (PLURAL_LABEL.test(text)) return listBelow(sources, next.start);
  return beforePosts(bylines.read(below, true).names).filter((name) => name.includes(' ') || name === below);
}

/** `Author(s)`, and below it a line for each. */
function listBelow({ evidence, lines, bylines }: AuthorSources, start: number): readonly string[] {
  const below = lines.filter((line) => line.start >= start).slice(0, MOST_LISTED);
  const texts = below.map((line) => evidence.text.slice(line.start, line.end));
  const end = texts.findIndex((text) => !text.includes(' ') || !looksLikeName(text) || bylines.isOrganisation(text));
  return texts.slice(0, end === -1 ? texts.length : end).flatMap((text) => bylines.read(text, true).names);
}

/** The names behind a label. Beside the headline a pen name may be written small: `by ibby`. */
function named(names: readonly string[], text: string, isBeside: boolean): readonly string[] {
  const isPenName =
    isBeside && names.length === 1 && text.split(' ').length === 2 && /^[\w.-]{3,20}$/.test(names[0] ?? '');
  return isPenName ? names : beforePosts(names);
}

/** Names as far as they look like names: what follows the first one may be what the person does. */
function beforePosts(names: readonly string[]): readonly string[] {
  const end = names.findIndex((name) => !looksLikeName(name));
  return end === -1 ? names : names.slice(0, end);
}

/** `By the time the council met, …`: a sentence has more small words than a byline. */
function isProse(text: string): boolean {
  const words = text.split(' ');
  return words.length > 8 && words.filter((word) => /^[a-z]{2,}/.test(word)).length > words.length * 0.6;
}

/** `Author: Ann Lee`, `This post was written by Ann Lee`, in a line of its own anywhere: often behind the last paragraph. */
function fromLabels({ evidence, lines, bylines }: AuthorSources): AuthorCandidate[] {
  const candidates = Array.from(evidence.text.matchAll(AUTHOR_LABEL))
    .slice(0, MAX_LABELS)
    .flatMap((match): AuthorCandidate[] => {
      const line = lines.find(({ end }) => end > match.index);
      const names = line?.region === 'main' ? beforePosts(bylines.read(match[1] ?? '', true).names) : [];
      return [{ names, origin: 'page-text', weight: 0.35, shown: true }];
    });
  // Labels that name different people are of the books or films that the story is about.
  const first = candidates.find(({ names }) => names.length > 0);
  return candidates.every(({ names }) => names.length === 0 || names[0] === first?.names[0]) ? candidates : [];
}

/** `Posted on 3 May by Ann Lee`, `25.10.2022 - Ann Lee`, `04.02.2022 | 13:10 Uhr | Ann Lee`. A comma follows a place: `New York, 05.12.2021` */
function namesBesideDate(text: string, bylines: BylineReader): readonly string[] {
  if (!/\d/.test(text)) return [];
  const alone = LINE_WITH_DATE.exec(text);
  if (alone) {
    const { names } = bylines.read(alone[1] ?? alone[2] ?? '');
    return names.every((name) => name.includes(' ')) ? names : [];
  }
  const match = /\d\s*(?:Uhr\s*)?(?:[|,–-]\s*)?\b(?:by|von|par|por|di|door|av)\s+(.{3,80})/i.exec(text);
  return match?.[1] ? bylines.read(match[1]).names : [];
}

/**
 * `Ann Lee · 3 May 2024 · 5 min read`: a name between signs beside a date. A section may look so too: it counts only where
 * another place agrees, or where the post is there too: `Ann Lee | Senior Writer | July 2, 2025`.
 */
function fromDateLines(sources: AuthorSources): AuthorCandidate[] {
  const headlineAt = sources.evidence.headline;
  if (headlineAt === undefined) return [];
  return linesNear(sources, headlineAt, LINES_ABOVE, LINES_BELOW).flatMap((line): AuthorCandidate[] => {
    const text = sources.evidence.text.slice(line.start, line.end);
    if (!/\d/.test(text)) return [];
    const parts = text.split(/\s*[|·•⋅]\s*|\s[–—-]\s/);
    const posts = parts.filter((part) => sources.bylines.isPost(part));
    const names = parts.filter(
      (part) => !/\d/.test(part) && part.includes(' ') && looksLikeName(part) && !posts.includes(part),
    );
    if (parts.length < 2 || names.length !== 1) return [];
    const weight = posts.length === 1 ? BESIDE_POST : BESIDE_DATE;
    return [{ names: sources.bylines.read(names[0] ?? '', true).names, origin: 'page-text', weight, shown: true }];
  });
}

/** A label in a cell or line of its own; the name is in the next. */
const EAST_ASIAN_LABEL = /^(?:作者|撰文|撰稿|采写|採寫|执笔|執筆|记者|記者|文)$/;

/** In-text bylines are beside the headline, in the first sentence or behind the last one. */
function fromEastAsianLines({ evidence, lines, eastAsian }: AuthorSources): AuthorCandidate[] {
  if (!eastAsian) return [];
  const { text, headline: headlineAt } = evidence;
  const candidates: AuthorCandidate[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.region !== 'main' || line.end < (headlineAt ?? 0)) continue;
    const own = text.slice(line.start, line.end);
    const next = lines[index + 1];
    const isLabel = EAST_ASIAN_LABEL.test(own) && next?.start === line.end + 1;
    const byline = eastAsian.readByline(isLabel ? `${own}：${text.slice(next.start, next.end)}` : own);
    if (!byline) continue;
    const weight = 0.6 + 0.12 * byline.sureness + 0.05 * closeness(line.start, headlineAt);
    candidates.push({ names: byline.names, origin: 'page-text', weight, person: true, shown: true });
    if (candidates.length > MAX_EAST_ASIAN) break;
  }
  return candidates;
}
