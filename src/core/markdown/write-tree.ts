import type { Rule } from './rules/rule.ts';

/** Elements that show something though they hold no text. */
const SHOWN_EMPTY = 'a, br, hr, img, table, tr, td';

/** What a tree's elements become by rules: of two that fit one, the later holds. */
export class TreeStrings {
  private readonly named = new Map<string, Rule['replacement']>();
  private readonly asked: Rule[] = [];
  private readonly empty: Rule['replacement'];

  /** @param empty what becomes of an element that shows nothing. */
  constructor(rules: readonly Rule[], empty: Rule['replacement']) {
    this.empty = empty;
    for (const rule of rules) {
      if (typeof rule.filter === 'function') this.asked.unshift(rule);
      else for (const name of [rule.filter].flat()) this.named.set(name, rule.replacement);
    }
  }

  /** The strings of what is in an element, joined. Recursive: a tidy tree is a few dozen levels deep at most. */
  inside(parent: Element): string {
    const parts: string[] = [];
    for (let node = parent.firstChild; node; node = node.nextSibling) {
      if (node.nodeType === 3) join(parts, node.nodeValue ?? '');
      else if (node.nodeType === 1) join(parts, this.of(node as Element));
    }
    return parts.join('');
  }

  private of(element: Element): string {
    const content = this.inside(element);
    return this.replacementFor(element)(content, element);
  }

  private replacementFor(element: Element): Rule['replacement'] {
    if (isEmpty(element)) return this.empty;
    const asked = this.asked.find(({ filter }) => typeof filter === 'function' && filter(element));
    return asked?.replacement ?? this.named.get(element.localName) ?? ((content) => content);
  }
}

function isEmpty(element: Element): boolean {
  if ((element.textContent ?? '').trim() !== '') return false;
  return !element.matches(SHOWN_EMPTY) && element.querySelector(SHOWN_EMPTY) === null;
}

/** Adds a string with as many line ends between as the side that has more, two at most: blocks ask for blank lines. */
function join(parts: string[], next: string): void {
  const last = parts.pop() ?? '';
  const [before, after] = [endOf(last), startOf(next)];
  const gap = '\n\n'.slice(0, Math.max(last.length - before, after));
  for (const part of [last.slice(0, before), gap, next.slice(after)]) if (part !== '') parts.push(part);
}

function startOf(text: string): number {
  let start = 0;
  while (text.charAt(start) === '\n') start += 1;
  return start;
}

function endOf(text: string): number {
  let end = text.length;
  while (end > 0 && text.charAt(end - 1) === '\n') end -= 1;
  return end;
}
