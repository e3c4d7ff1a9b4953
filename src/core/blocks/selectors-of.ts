import { isStableWord, wordBeforeHash } from './stable-words.ts';

/** Attributes in which frameworks name a part of the page for itself. */
const NAMING = ['data-component', 'data-module', 'data-block', 'data-type', 'data-testid', 'itemprop', 'role'];

/** A position among siblings beyond this says nothing of the next story. */
const LAST_POSITION = 3;

/**
 * CSS selectors that match an element, the likeliest to survive a redesign first: by one word of its own, by several, by
 * a part of the page around it, by its place among its siblings. Each may match other elements too.
 */
export function selectorsOf(element: Element): string[] {
  const tag = element.localName;
  const own = namesOf(element);
  const single = own.map((name) => `${tag}${name}`);
  const pairs = own.length > 1 ? [`${tag}${own.slice(0, 3).join('')}`] : [];
  const found = [...single, ...pairs];
  const parent = element.parentElement;
  const around = anchorOf(element);
  if (around) {
    const glue = around.isParent ? ' > ' : ' ';
    for (const own of [...single, tag]) found.push(`${around.selector}${glue}${own}`);
    const beside = besideOf(element);
    if (beside) found.push(`${around.selector}${glue}${beside} + ${tag}`);
    for (const place of positionsOf(element)) {
      const path = around.isParent ? '' : pathBetween(around.element, parent);
      found.push(`${around.selector} > ${path}${single[0] ?? tag}${place}`);
    }
  }
  return [...new Set(found)];
}

/** What an element is called: class words, id, naming attributes, as parts of a selector. */
function namesOf(element: Element): string[] {
  const classes = (element.getAttribute('class') ?? '').split(/\s+/).filter((name) => name !== '');
  const id = element.getAttribute('id') ?? '';
  const words = classes.filter(isStableWord).map((name) => `.${name}`);
  const hashed = classes.flatMap((name) => wordBeforeHash(name) ?? []).map((word) => `[class*="${word}"]`);
  const named = NAMING.flatMap((attribute) => {
    const value = element.getAttribute(attribute) ?? '';
    return isStableWord(value) ? [`[${attribute}="${value}"]`] : [];
  });
  return [...words, ...(isStableWord(id) ? [`#${id}`] : []), ...named, ...hashed];
}

interface Anchor {
  readonly element: Element;
  readonly selector: string;
  readonly isParent: boolean;
}

const LANDMARKS: ReadonlySet<string> = new Set(['article', 'main', 'aside', 'footer', 'header', 'nav', 'body']);

/** The nearest element around that has a name, or is one of the parts that every page has. */
function anchorOf(element: Element): Anchor | undefined {
  for (let at = element.parentElement; at; at = at.parentElement) {
    const [name] = namesOf(at);
    if (name === undefined && !LANDMARKS.has(at.localName)) continue;
    return { element: at, selector: `${at.localName}${name ?? ''}`, isParent: at === element.parentElement };
  }
  return undefined;
}

/** The tags from an anchor down to an element, as a selector that ends in a combinator. */
function pathBetween(anchor: Element, parent: Element | null): string {
  const tags: string[] = [];
  for (let at = parent; at && at !== anchor; at = at.parentElement) tags.unshift(at.localName);
  return tags.map((tag) => `${tag} > `).join('');
}

/** The sibling in front of an element, where it has a name: “what follows the list of links”. */
function besideOf(element: Element): string | undefined {
  const before = element.previousElementSibling;
  const [name] = before ? namesOf(before) : [];
  return before && name !== undefined ? `${before.localName}${name}` : undefined;
}

/** Where an element is among its siblings of the same tag, from the nearer end first. */
function positionsOf(element: Element): string[] {
  const siblings = Array.from(element.parentElement?.children ?? []).filter(
    ({ localName }) => localName === element.localName,
  );
  const from = siblings.indexOf(element) + 1;
  const back = siblings.length - from + 1;
  return [
    ...(back <= LAST_POSITION ? [`:nth-last-of-type(${back})`] : []),
    ...(from <= LAST_POSITION ? [`:nth-of-type(${from})`] : []),
  ];
}
