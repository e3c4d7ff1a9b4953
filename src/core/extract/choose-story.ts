import type { ProseNode } from '../model/measured-text.ts';
import type { ReadStandfirst } from '../model/modules.ts';
import type { Steps } from '../model/steps.ts';
import { NameIndex } from './clean/names.ts';
import { TextMeasure } from './clean/text-measure.ts';
import { completeStory, textsOf } from './complete-story.ts';
import { elementsInOrder } from './elements-in-order.ts';
import { agreesWith, findJsonLdBody } from './json-ld-body.ts';
import { markupBody, namedBody } from './markup-body.ts';
import { ATTEMPTS, runReadability } from './readability.ts';
import { titleHeading } from './title-heading.ts';

/** Readability tries again with fewer rules below this much prose, as Latin letters (its own default is 500 characters). */
const ENOUGH_PROSE = 400;

/** A result with this share of a block's prose has found that block; with less than `MISSED` it found another. */
const COVERED = 0.75;
const MISSED = 0.2;

/** A declared body with less than this share of the prose that Readability found is a teaser or a slot of that name. */
const BELIEVED = 0.6;

/** A block around the headline with less prose than this, as Latin letters, is a header. */
const HEADED_PROSE = 250;

/** A block of little prose is a scrap where the page holds more than so many times as much. */
const SCRAP = 3;

/** Where nothing better was found, even this much. */
const SHORT_PROSE = 60;

/** A later attempt must bring this many times the prose of an earlier one. */
const WORTHWHILE = 1.3;

const SENTENCE_END = /[.!?。！？][”"’»』」]?$/;

export interface Story {
  readonly root: Element;
  /** The block inside `root` that the page declares to be the story, where there is one. */
  readonly body?: Element;
  /** Paragraphs that were put in front of it from below the headline. */
  readonly standfirst: readonly Element[];
  /** False where it was found only by giving up rules. */
  readonly certain: boolean;
  readonly isManual?: true;
}

interface Known {
  readonly title: string;
  readonly language: string;
  /** Absent where the page is in English only: there a standfirst tells what the first paragraph tells again. */
  readonly readStandfirst: ReadStandfirst | undefined;
  /** The text that the page's JSON-LD states as its story's; empty where it states none. */
  readonly jsonLdText: string;
  /** The page's elements by name; those that passes took out since are passed over. */
  readonly names: NameIndex;
  /** The page's amounts of text, without what passes took out. */
  readonly measure: TextMeasure;
  /** The block around the sections of a manual, where the page is one (`manual/find-manual.ts`). */
  readonly manual: Element | undefined;
}

/**
 * Readability's choice, checked against what the page states: the block that it declares to be its story, the block
 * around its headline, and the text that its JSON-LD states. Where Readability took another one, the page is believed.
 */
export function* chooseStory(document: Document, known: Known): Steps<Story | undefined> {
  const { manual, measure } = known;
  // A manual is kept whole: its lists and tables are what an engine for stories judges to be beside the text.
  const isAll = (block: Element): boolean => measure.total.prose < ENOUGH_PROSE || measure.proseShare(block) >= COVERED;
  if (manual && document.body.contains(manual) && isAll(manual)) {
    return { root: wrapped(manual), standfirst: [], certain: true, isManual: true };
  }
  const stated = findJsonLdBody(document.body, known.jsonLdText, known.measure);
  const copy = stated?.block.cloneNode(true) as Element | undefined;
  const story = yield* chooseBlock(document, known);
  if (!stated || !copy || (story && agreesWith(stated, story.root))) return story;
  return { root: wrapped(copy), standfirst: [], certain: true };
}

function wrapped(block: Element): Element {
  const root = block.ownerDocument.createElement('div');
  root.append(block);
  return root;
}

/** A block that the page names, or that is around its headline, as it was before Readability changed the page. */
interface Candidate {
  readonly block: Element;
  /** Its place in the page, so that its clone can be found. */
  readonly path: readonly number[];
  readonly prose: readonly ProseNode[];
  /** Its amount of prose, as Latin letters. */
  readonly amount: number;
}

function candidateOf(block: Element | undefined, page: Element, measure: TextMeasure): Candidate | undefined {
  return (
    block && {
      block,
      path: pathTo(block, page),
      prose: measure.proseWithin(block),
      amount: measure.of(block).prose,
    }
  );
}

function* chooseBlock(document: Document, known: Known): Steps<Story | undefined> {
  const { names, measure, title } = known;
  const page = document.body;
  const heading = titleHeading(page, title);
  const standfirst = known.readStandfirst?.(page, heading, known.language);
  const declared = candidateOf(markupBody(page, names, measure), page, measure);
  const headed = candidateOf(heading && headedBlock(heading, page, measure), page, measure);
  // Readability judges by names, and a heading's id is an anchor made of its own words (“related-work”).
  for (const anchor of Array.from(page.querySelectorAll('h2[id], h3[id], h4[id]'))) anchor.removeAttribute('id');
  const spare = page.cloneNode(true) as Element;
  const texts = textsOf(page);
  const headingAt = heading ? texts.findLastIndex((node) => heading.contains(node)) : -1;
  yield;
  const first = yield* runReadability(document, ATTEMPTS[0] ?? 0);
  yield;

  const completed = (root: Element, body?: Element): Story => {
    completeStory({ root, texts, spare, headingAt });
    const opening = standfirst?.restore(root, (node) => root.contains(node)) ?? [];
    return { root, ...(body ? { body } : {}), standfirst: opening, certain: true };
  };
  const copied = ({ path, prose }: Candidate): Story | undefined => {
    const clone = cloneAt(path, spare);
    if (!clone) return undefined;
    const root = wrapped(clone);
    const opening = standfirst?.restore(root, (node) => prose.some((one) => one.node === node)) ?? [];
    return { root, standfirst: opening, certain: true };
  };

  const near = headed?.amount ?? 0;
  // A teaser, a slot of a story's name: too little for a story, where a good deal more is below the headline.
  const isSlot = declared && declared.amount < ENOUGH_PROSE && declared.amount * SCRAP < near;
  const named = isSlot ? undefined : declared;
  if (first && named && coverage(first, named) >= COVERED && !isPart(first, named)) {
    return completed(first, named.block);
  }
  const amount = first ? measure.proseNow(first) : 0;
  const missed = headed && near >= amount && coverage(first, headed) < MISSED ? headed : undefined;
  // Where Readability's first attempt finds little, a standfirst may be no better: the later attempts come first.
  const isScrap = amount < ENOUGH_PROSE && near * SCRAP < measure.total.prose;
  const preferred = (isBelieved(named, first, amount) && named) || (isScrap ? undefined : missed);
  const story = preferred && copied(preferred);
  if (story) return story;
  if (amount >= ENOUGH_PROSE) return first && completed(first);

  const found = yield* tryHarder(document, spare, first, amount);
  const most = found ? new TextMeasure(found).total.prose : 0;
  if (missed && isScrap && most < near * SCRAP) return copied(missed);
  const last = lastResort(spare, found, title);
  // A short story is not doubtful where no later attempt brought more, nor where it has all the prose of the page.
  return last && { ...last, certain: isWhole(last.root, measure) || (found === first && amount >= HEADED_PROSE) };
}

/** Whether a declared block is believed against Readability's result and its amount of prose. */
function isBelieved(declared: Candidate | undefined, first: Element | undefined, amount: number): boolean {
  if (!declared) return false;
  const isElsewhere = declared.amount >= ENOUGH_PROSE && coverage(first, declared) < MISSED;
  return isElsewhere || declared.amount >= amount * BELIEVED;
}

/** Whether a story has nearly all the prose of its page; all its text, where the page holds no prose. */
function isWhole(root: Element, page: TextMeasure): boolean {
  const kind = page.total.prose > 0 ? 'prose' : 'text';
  return new TextMeasure(root).total[kind] >= page.total[kind] * COVERED;
}

/** Where Readability found next to nothing: what the page names as its story, however short or full of links. */
function lastResort(spare: Element, found: Element | undefined, title: string): Story | undefined {
  const measure = new TextMeasure(spare);
  const heading = titleHeading(spare, title);
  const candidates = [
    namedBody(spare, new NameIndex(spare), measure),
    heading && headedBlock(heading, spare, measure, SHORT_PROSE),
    ...elementsInOrder(spare, (element) => element.matches('main, [role="main"], article')),
  ];
  const proseOf = (element: Element | undefined) => (element ? measure.of(element) : { text: 0, prose: 0 });
  const amount = found ? new TextMeasure(found).total : { text: 0, prose: 0 };
  const fitting = candidates.filter(
    (one) => one && proseOf(one).text >= SHORT_PROSE && proseOf(one).prose >= amount.prose * BELIEVED,
  );
  const most = Math.max(0, ...fitting.map((one) => proseOf(one).prose));
  const better = fitting.find((one) => proseOf(one).prose * SCRAP >= most);
  if (better && !found?.contains(better)) {
    return { root: wrapped(better), body: better, standfirst: [], certain: false };
  }
  return found && { root: found, standfirst: [], certain: false };
}

/** Readability's later attempts, on copies of the page: the first that brings a good deal more prose than those before. */
function* tryHarder(
  document: Document,
  spare: Element,
  first: Element | undefined,
  amount: number,
): Steps<Element | undefined> {
  let best = first;
  let most = amount;
  for (const flags of ATTEMPTS.slice(1)) {
    document.body.replaceWith(spare.cloneNode(true));
    const found = yield* runReadability(document, flags);
    yield;
    if (!found) continue;
    const prose = new TextMeasure(found).total.prose;
    if (!best || prose > most * WORTHWHILE) {
      best = found;
      most = prose;
    }
    if (most >= ENOUGH_PROSE) break;
  }
  return best;
}

/** The smallest block around the headline that holds a story's worth of prose and is not a list of links. */
function headedBlock(heading: Element, page: Element, measure: TextMeasure, least = HEADED_PROSE): Element | undefined {
  for (let block = heading.parentElement; block && block !== page; block = block.parentElement) {
    const { text, linkText, prose } = measure.of(block);
    if (prose >= least) return linkText < text * 0.5 ? block : undefined;
  }
  return undefined;
}

/** The share of a candidate's prose that is in a tree, 0 to 1. */
function coverage(root: Element | undefined, { prose }: Candidate): number {
  if (!root) return 0;
  let all = 0;
  let there = 0;
  for (const { node, weight } of prose) {
    all += weight;
    if (root.contains(node)) there += weight;
  }
  return all === 0 ? 0 : there / all;
}

/**
 * True where Readability took a part of the declared block and left sentences beside it. Where it took the block itself,
 * what is missing was cleaned away.
 */
function isPart(found: Element, { block, prose }: Candidate): boolean {
  if (found.contains(block)) return false;
  return prose.some(({ node }) => !found.contains(node) && SENTENCE_END.test(node.nodeValue?.trim() ?? ''));
}

/** Child places from a tree's root to one of its elements, so that its clone in a clone can be found. */
function pathTo(element: Element, root: Element): number[] {
  const path: number[] = [];
  for (let node: Element = element; node !== root; ) {
    const parent: Element | null = node.parentElement;
    if (!parent) return [];
    path.unshift(Array.prototype.indexOf.call(parent.children, node));
    node = parent;
  }
  return path;
}

function cloneAt(path: readonly number[], root: Element): Element | undefined {
  let element: Element | undefined = root;
  for (const place of path) element = element?.children[place];
  return element === root ? undefined : element;
}
