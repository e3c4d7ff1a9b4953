import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import type { PostText } from './post-text.ts';
import type { Edit, Problem } from './problem.ts';

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

/** Words by which pages name places of advertisements: Google's tags, Innity, IAB's formats. */
const SLOT =
  /(?:^|[\s_-])(?:ads?|advert\w*|adsbygoogle|adslot|dfp|gpt|imu|innity|leaderboard|mpu|skyscraper|sponsor\w*|taboola|outbrain)(?=[\s_\d-]|$)/i;
/** Where a link leads that offers the publisher's own subscription. */
const OFFER = /^https?:\/\/(?:subscribe|subscriptions?|promo|promotions?)\.|\/(?:subscribe|promotions?)\b/i;

const MAY_HAVE_SLOT = /<(?:div|section|aside|ins|iframe|a)\s[^>]*(?:id|class|href)\s*=/i;

/** Names the places of advertisements that a robot kept in a story: empty boxes, and banners of the publisher's own. */
export function slotProblem({ text, body }: PostText): Problem | undefined {
  const html = text.slice(body);
  if (!MAY_HAVE_SLOT.test(html)) return undefined;
  const fragment = parseFragment(withoutCode(html), { sourceCodeLocationInfo: true });
  const edits: Edit[] = [];
  const open: Node[] = [...fragment.childNodes];
  for (let node = open.pop(); node; node = open.pop()) {
    if (!('attrs' in node)) continue;
    const place = node.sourceCodeLocation;
    if (place && isSlot(node)) edits.push({ start: body + place.startOffset, end: body + place.endOffset, text: '' });
    else open.push(...node.childNodes);
  }
  if (edits.length === 0) return undefined;
  const count =
    edits.length === 1 ? 'The post has an advertisement slot' : `The post has ${edits.length} advertisement slots`;
  return { kind: 'slot', message: `${count}.`, edits };
}

/** Code is the story's own; it is blanked so that offsets stay. */
function withoutCode(text: string): string {
  const blank = (code: string): string => code.replace(/[^\n]/g, ' ');
  return text
    .replace(/^ {0,3}(`{3,}|~{3,})[\s\S]*?^ {0,3}\1[`~]*[ \t]*$/gm, blank)
    .replace(/(?<!`)(`+)(?!`)[^\n]*?[^`]\1(?!`)/g, blank);
}

function isSlot(element: Element): boolean {
  const named = SLOT.test(`${attributeOf(element, 'id')} ${attributeOf(element, 'class')}`);
  if (named) return !holds(element, (node) => isText(node) || isPicture(node));
  const isOffer = element.tagName === 'a' && OFFER.test(attributeOf(element, 'href'));
  return isOffer && !holds(element, isText) && holds(element, isPicture);
}

function attributeOf({ attrs }: Element, wanted: string): string {
  return attrs.find(({ name }) => name === wanted)?.value ?? '';
}

function isText(node: Node): boolean {
  return 'value' in node && node.nodeName === '#text' && node.value.trim() !== '';
}

function isPicture(node: Node): boolean {
  return ['img', 'video', 'audio', 'picture', 'object'].includes(node.nodeName);
}

function holds(element: Element, fits: (node: Node) => boolean): boolean {
  return element.childNodes.some((child) => fits(child) || ('attrs' in child && holds(child, fits)));
}
