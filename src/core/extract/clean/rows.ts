import { readBlock } from './blocks.ts';

/** So many siblings of one name are rows of one thing: the turns of a talk, the entries of a list. */
const LEAST = 4;

/** Rows with a larger share of links are a menu or a list of other stories. */
const MOST_LINKS = 0.3;

/** Together rows of a story hold as much text as a few paragraphs, in Latin letters. */
const LEAST_TEXT = 240;

/**
 * The rows of a page that hold running text: siblings of one tag and class. A short row among them (“Yeah.”) is as good
 * as a long one.
 */
export function rowsOfText(root: Element): ReadonlySet<Element> {
  const rows = new Set<Element>();
  const groups = new Map<Element, Map<string, Element[]>>();
  for (const element of Array.from(root.querySelectorAll('div[class], section[class]'))) {
    const parent = element.parentElement;
    if (!parent || parent.childElementCount < LEAST) continue;
    const names = groups.get(parent) ?? new Map<string, Element[]>();
    groups.set(parent, names);
    const name = `${element.tagName} ${element.getAttribute('class') ?? ''}`;
    const others = names.get(name);
    if (others) others.push(element);
    else names.set(name, [element]);
  }
  for (const names of groups.values()) {
    for (const group of names.values()) if (isText(group)) for (const element of group) rows.add(element);
  }
  return rows;
}

function isText(group: readonly Element[]): boolean {
  if (group.length < LEAST) return false;
  let [text, links] = [0, 0];
  for (const { weight, linkShare } of group.map(readBlock)) {
    text += weight;
    links += weight * linkShare;
  }
  return text >= LEAST_TEXT && links <= text * MOST_LINKS;
}
