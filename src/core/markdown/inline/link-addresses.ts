import { linkTarget } from './link-target.ts';
import type { Inline } from './parse-inline.ts';

/** Characters that an address may hold unescaped; they never end a link or start a template in any program. */
const ADDRESS = /(?:(?:https?|ftp):\/\/|www\.)[\w\-.~:/?#@!$&'()*+,;=%]+/gi;

/** What an address would show as another sign. */
const REFERENCE = /&#?\w+;/;
/** What may follow an address that stays text: closing punctuation, then a blank. */
const QUIET_END = /^[)"'.,;:!?]*(?:\s|$)/;
/** An address without any sign that would have to be escaped. */
const QUIET_ADDRESS = /^(?:[a-z\d\-./:?#@!,;()+]|=(?!=)|%[a-f\d]{2}|(?<=[a-z\d])_(?=[a-z\d]))*$/i;

/**
 * Makes links of the bare addresses that would come to harm as text: GFM takes all that follows such an address up to
 * a blank into the link, Chinese text and marks too. Others stay text, as they were on the page.
 */
export function linkAddresses(nodes: readonly Inline[], endsLine = true): Inline[] {
  return nodes.flatMap((node, at): Inline[] => {
    const isLast = at === nodes.length - 1 ? endsLine : nodes[at + 1]?.type === 'break';
    if (node.type === 'text') return splitText(node.text, isLast);
    return [node.type === 'mark' ? { ...node, children: linkAddresses(node.children, false) } : node];
  });
}

/** True for an address that may be written in angle brackets. */
export function isBareAddress(text: string): boolean {
  return (
    text.search(ADDRESS) === 0 && text.replace(ADDRESS, '') === '' && trimEnd(text) === text && !REFERENCE.test(text)
  );
}

function splitText(text: string, isLast: boolean): Inline[] {
  if (!/:\/\/|www\./i.test(text)) return [{ type: 'text', text }];
  const parts: Inline[] = [];
  let done = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const shown = trimEnd(match[0]);
    const end = match.index + shown.length;
    if (/^(?:(?:https?|ftp):\/\/|www)$/i.test(shown) || isQuiet(text, end, shown, isLast)) continue;
    if (match.index > done) parts.push({ type: 'text', text: text.slice(done, match.index) });
    const target = /^www/i.test(shown) ? `http://${shown}` : shown;
    parts.push({ type: 'link', target: linkTarget(target), children: [{ type: 'text', text: shown }] });
    done = end;
  }
  if (done < text.length) parts.push({ type: 'text', text: text.slice(done) });
  return parts;
}

function isQuiet(text: string, end: number, shown: string, isLast: boolean): boolean {
  const rest = text.slice(end, end + 24);
  const follows = QUIET_END.exec(rest);
  const endsText = follows !== null && end + follows[0].length === text.length && !/\s$/.test(follows[0]);
  return QUIET_ADDRESS.test(shown) && follows !== null && (isLast || !endsText);
}

/** Punctuation at the end of an address belongs to the sentence, a closing bracket unless the address opened it. */
function trimEnd(address: string): string {
  let surplus = 0;
  for (const sign of address.match(/[()]/g) ?? []) surplus += sign === ')' ? 1 : -1;
  let end = address.length;
  for (; end > 0; end -= 1) {
    const last = address.charAt(end - 1);
    if (last === ')' && surplus > 0) surplus -= 1;
    else if (!/[.,;:!?'*~$&]/.test(last)) break;
  }
  return address.slice(0, end);
}
