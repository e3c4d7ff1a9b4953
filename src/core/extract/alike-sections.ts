import { isBlock } from './clean/blocks.ts';
import type { ProseNode } from './clean/text-measure.ts';

/** A story that lost less than this share of the page's prose is not looked into. */
const SUSPICIOUS = 0.25;

/** Lost paragraphs of the story's own kind must hold so much, as a share of what was kept. */
const WORTHWHILE = 0.3;

/** What else the larger block brings may hold at most so much, as a share of what was kept and lost of that kind. */
const MOST_OTHER = 0.3;

/** A paragraph's kind is told by its own tag and class and those of so many blocks around it. */
const LEVELS = 4;

/** True where a story holds so little of the page's prose that some of it may be elsewhere. */
export function isSuspicious(prose: readonly ProseNode[], isKept: (node: Node) => boolean): boolean {
  let [all, kept] = [0, 0];
  for (const { node, weight } of prose) {
    all += weight;
    if (isKept(node)) kept += weight;
  }
  return kept < all * (1 - SUSPICIOUS);
}

/**
 * Returns the block around all paragraphs of the kind that a story is made of: a page that sets every section in a row
 * of its own has no one block for Readability to find, and it takes some of the rows. Undefined where the paragraphs
 * that are missing are of another kind, or stand in several articles.
 *
 * @param prose the page's prose, in order.
 * @param kept whether the story holds it, in the same order.
 */
export function blockOfAlike(
  page: Element,
  prose: readonly ProseNode[],
  kept: readonly boolean[],
): Element | undefined {
  const kinds = prose.map(({ node }) => kindOf(node, page));
  const sums = new Map<string, { kept: number; lost: number }>();
  prose.forEach(({ weight }, index) => {
    const sum = sums.get(kinds[index] ?? '') ?? { kept: 0, lost: 0 };
    sums.set(kinds[index] ?? '', sum);
    if (kept[index]) sum.kept += weight;
    else sum.lost += weight;
  });
  const [kind, { kept: there, lost } = { kept: 0, lost: 0 }] =
    [...sums].toSorted(([, a], [, b]) => b.kept - a.kept)[0] ?? [];
  if (!kind || lost < there * WORTHWHILE) return undefined;
  const alike = prose.filter((_, index) => kept[index] || kinds[index] === kind).map(({ node }) => node);
  const block = commonBlock(alike);
  if (!block || block === page || holdsSeveralStories(block, alike)) return undefined;
  const other = prose.reduce(
    (sum, { node, weight }, index) =>
      !kept[index] && kinds[index] !== kind && block.contains(node) ? sum + weight : sum,
    0,
  );
  return other <= (there + lost) * MOST_OTHER ? block : undefined;
}

/** Empty where neither the paragraph nor the blocks around it have a class: that is no kind. */
function kindOf(node: Node, page: Element): string {
  const parts: string[] = [];
  let named = false;
  for (
    let element = node.parentElement;
    element && element !== page && parts.length < LEVELS;
    element = element.parentElement
  ) {
    if (!isBlock(element)) continue;
    const names = element.getAttribute('class')?.trim() ?? '';
    named ||= names !== '';
    parts.push(`${element.tagName}.${names}`);
  }
  return named ? parts.join(' ') : '';
}

function commonBlock(nodes: readonly Node[]): Element | undefined {
  let block: Element | null = nodes[0]?.parentElement ?? null;
  for (const node of nodes) while (block && !block.contains(node)) block = block.parentElement;
  return block ?? undefined;
}

/** Posts of a list are alike as well: there each has a headline or an `article` of its own. */
function holdsSeveralStories(block: Element, alike: readonly Node[]): boolean {
  if (block.querySelectorAll('h1').length > 1) return true;
  const articles = Array.from(block.querySelectorAll('article'));
  return articles.filter((article) => alike.some((node) => article.contains(node))).length > 1;
}
