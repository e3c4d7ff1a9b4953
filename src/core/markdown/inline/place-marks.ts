import { canStand, firstCharacter, flankOf, lastCharacter } from './flanking.ts';
import type { Inline } from './parse-inline.ts';

/** Punctuation that belongs together at both ends of a text. */
const PAIRS: ReadonlyMap<string, string> = new Map(
  [
    '“”',
    '‘’',
    '「」',
    '『』',
    '《》',
    '〈〉',
    '（）',
    '【】',
    '〔〕',
    '［］',
    '｛｝',
    '""',
    "''",
    '()',
    '[]',
    '«»',
  ].map((pair) => [pair.charAt(0), pair.charAt(1)]),
);

/** Markdown for nothing at all, whose edges count as punctuation: parts delimiters from what they may not touch. */
export const SEPARATOR: Inline = { type: 'verbatim', markdown: '&#8203;' };

/**
 * Makes every mark one that opens and closes in CommonMark, goldmark and kramdown alike, with no character added or
 * lost: 说**“你好”**然后 is not bold by the flanking rules, 说“**你好**”然后 is. Where no punctuation can step out
 * of a mark (a link, code), the mark goes into the link or an invisible separator parts it from its neighbour.
 */
export function placeMarks(nodes: readonly Inline[], before: string, after: string): Inline[] {
  const placed: Inline[] = [];
  let last = before;
  const queue = [...nodes].reverse();
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    const next = queue.at(-1);
    const following = next ? edgeOf(next, 'first') : after;
    if (node.type === 'mark') {
      const parts = placeMark(node, last, following);
      placed.push(...parts);
    } else if (node.type === 'link') placed.push({ ...node, children: placeMarks(node.children, '[', ']') });
    else placed.push(node);
    const lastPlaced = placed.at(-1);
    if (lastPlaced) last = edgeOf(lastPlaced, 'last');
  }
  return placed;
}

function placeMark(mark: Inline & { type: 'mark' }, before: string, after: string): Inline[] {
  const opens = canStand(flankOf(before), flankOf(edgeOfAll(mark.children, 'first')));
  const closes = canStand(flankOf(after), flankOf(edgeOfAll(mark.children, 'last')));
  const only = mark.children.length === 1 ? mark.children[0] : undefined;
  if (opens && closes) return [inner(mark)];
  if (only?.type === 'link') {
    const children = placeMark({ ...mark, children: only.children }, '[', ']');
    return [{ ...only, children }];
  }
  const { lead, body, trail } = peel(mark.children, !opens, !closes);
  if (body.length === 0) return [...lead, ...trail];
  const core = { ...mark, children: body };
  const outerBefore = lead.length > 0 ? edgeOfAll(lead, 'last') : before;
  const outerAfter = trail.length > 0 ? edgeOfAll(trail, 'first') : after;
  const opensNow = canStand(flankOf(outerBefore), flankOf(edgeOfAll(body, 'first')));
  const closesNow = canStand(flankOf(outerAfter), flankOf(edgeOfAll(body, 'last')));
  return [...lead, ...(opensNow ? [] : [SEPARATOR]), inner(core), ...(closesNow ? [] : [SEPARATOR]), ...trail];
}

/** Marks inside a mark are between its delimiters, which are punctuation. */
function inner(mark: Inline & { type: 'mark' }): Inline {
  const delimiter = mark.kind === 'del' ? '~' : '*';
  return { ...mark, children: placeMarks(mark.children, delimiter, delimiter) };
}

/** Takes punctuation off the ends of a mark's text: off the ends that need it, and off both where the two are a pair. */
function peel(
  children: readonly Inline[],
  fromStart: boolean,
  fromEnd: boolean,
): { lead: Inline[]; body: Inline[]; trail: Inline[] } {
  const first = children[0];
  const last = children.at(-1);
  const firstText = first?.type === 'text' ? first.text : '';
  const lastText = last?.type === 'text' ? last.text : '';
  const isPair = PAIRS.get(firstCharacter(firstText)) === lastCharacter(lastText);
  const leadLength = fromStart || (fromEnd && isPair) ? lengthOfSigns(firstText, 'first') : 0;
  const room = first === last ? lastText.slice(leadLength) : lastText;
  const trailLength = fromEnd || (fromStart && isPair) ? lengthOfSigns(room, 'last') : 0;
  const body = [...children];
  const lead = text(firstText.slice(0, leadLength));
  const trail = text(lastText.slice(lastText.length - trailLength));
  if (first === last && first?.type === 'text')
    body.splice(0, 1, ...text(firstText.slice(leadLength, firstText.length - trailLength)));
  else {
    if (leadLength > 0) body.splice(0, 1, ...text(firstText.slice(leadLength)));
    if (trailLength > 0) body.splice(-1, 1, ...text(lastText.slice(0, lastText.length - trailLength)));
  }
  // A line break at the edge of a mark is moved outside it.
  while (body[0]?.type === 'break') lead.push(...body.splice(0, 1));
  while (body.at(-1)?.type === 'break') trail.unshift(...body.splice(-1, 1));
  return { lead, body, trail };
}

/** A character as readers see it: with its marks, its skin colour, and what a joiner ties to it (👨‍👩‍👧). */
const SEEN = /.(?:\p{M}|\p{Emoji_Modifier}|\u200d\p{S}?)*/gsu;

/** The length of the signs before the first letter of a text, or behind its last. */
function lengthOfSigns(value: string, side: 'first' | 'last'): number {
  const characters = Array.from(value.matchAll(SEEN), ([character]) => character);
  if (side === 'last') characters.reverse();
  const letter = characters.findIndex((character) => flankOf(firstCharacter(character)) === 'letter');
  return characters.slice(0, letter < 0 ? undefined : letter).join('').length;
}

function text(value: string): Inline[] {
  return value === '' ? [] : [{ type: 'text', text: value }];
}

function edgeOfAll(nodes: readonly Inline[], side: 'first' | 'last'): string {
  const node = side === 'first' ? nodes[0] : nodes.at(-1);
  return node ? edgeOf(node, side) : '';
}

/** The character of Markdown that a node begins or ends with; an escape begins with one of the same class. */
function edgeOf(node: Inline, side: 'first' | 'last'): string {
  switch (node.type) {
    case 'text':
      return side === 'first' ? firstCharacter(node.text) : lastCharacter(node.text);
    case 'verbatim':
      return side === 'first' ? firstCharacter(node.markdown) : lastCharacter(node.markdown);
    case 'break':
      return '';
    case 'link':
      return side === 'first' ? '[' : ')';
    case 'mark': {
      // A symbol may be taken out of its mark (`peel`): then it is what stands beside the other.
      const edge = edgeOfAll(node.children, side);
      if (flankOf(edge) === 'symbol') return edge;
      return node.kind === 'del' ? '~' : '*';
    }
  }
}
