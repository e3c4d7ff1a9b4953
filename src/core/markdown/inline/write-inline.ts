import { escapeText } from './escape-text.ts';
import { firstCharacter, flankOf, lastCharacter } from './flanking.ts';
import { isBareAddress, linkAddresses } from './link-addresses.ts';
import { type Inline, parseInline } from './parse-inline.ts';
import { placeMarks, SEPARATOR } from './place-marks.ts';
import { type MarkKind, SENTINEL } from './sentinels.ts';

/** Where a line of text is: breaks and signs at its start mean different things there. */
export type Place = 'paragraph' | 'heading' | 'cell';

/** Two blanks at the end of a line: the one hard break that all programs know (kramdown has no `\` for it). */
const BREAKS: Readonly<Record<Place, string>> = { paragraph: '  \n', heading: ' ', cell: '<br>' };

/** The Markdown of one paragraph, heading or cell, from what the rules made of its content. */
export function writeInline(source: string, place: Place): string {
  const nodes = placeMarks(linkAddresses(parseInline(source)), '', '');
  return new InlineWriter(place, pairedSigns(source)).write(nodes, '').toString();
}

class InlineWriter {
  private readonly place: Place;
  private readonly paired: ReadonlySet<string>;
  private readonly parts: string[] = [];
  /** The last piece written: asking the whole text for its end would copy it each time. */
  private last = '';
  private inLink = false;

  constructor(place: Place, paired: ReadonlySet<string>) {
    this.place = place;
    this.paired = paired;
  }

  /** Writes nodes in order; `after` is the first character of what follows the last. */
  write(nodes: readonly Inline[], after: string): this {
    nodes.forEach((node, at) => {
      const next = nodes[at + 1];
      this.writeNode(node, next ? firstOf(next) : after);
    });
    return this;
  }

  toString(): string {
    return this.parts.join('');
  }

  private put(markdown: string): void {
    if (markdown === '') return;
    this.parts.push(markdown);
    this.last = markdown;
  }

  private writeNode(node: Inline, after: string): void {
    switch (node.type) {
      case 'text':
        this.writeText(node.text, after);
        return;
      case 'verbatim':
        this.put(node.markdown);
        return;
      case 'break':
        this.put(this.inLink && this.place === 'heading' ? ' ' : BREAKS[this.place]);
        return;
      case 'mark':
        this.writeMark(node.kind, node.children, after);
        return;
      case 'link':
        this.writeLink(node.target, node.children);
    }
  }

  private writeText(text: string, after: string): void {
    this.put(
      escapeText(text, {
        before: this.isLineStart() ? '' : lastCharacter(this.last),
        after,
        atLineStart: this.place === 'paragraph' && this.isLineStart(),
        inLink: this.inLink,
        inHeading: this.place === 'heading',
        inCell: this.place === 'cell',
        paired: this.paired,
      }),
    );
  }

  private isLineStart(): boolean {
    return this.last === '' || this.last.endsWith('\n');
  }

  private writeMark(kind: MarkKind, children: readonly Inline[], after: string): void {
    const delimiter = kind === 'strong' ? '**' : kind === 'del' ? '~~' : this.emphasisSign(children, after);
    if (delimiter === undefined) {
      this.write(children, after);
      return;
    }
    if (delimiter === '*' && this.last.endsWith('*')) this.put(SEPARATOR_TEXT);
    this.put(delimiter);
    this.write(children, delimiter.charAt(0));
    this.put(delimiter);
    if (delimiter === '*' && after === '*') this.put(SEPARATOR_TEXT);
  }

  /**
   * `*`, or `_` where a `*` would touch another and make a run that programs read differently. Undefined where neither
   * is allowed: then emphasis within emphasis is dropped.
   */
  private emphasisSign(children: readonly Inline[], after: string): string | undefined {
    const first = children[0];
    const last = children.at(-1);
    const touchesInside =
      (first !== undefined && firstOf(first) === '*') || (last !== undefined && lastOf(last) === '*');
    const touchesOutside = this.last.endsWith('*') || after === '*';
    if (!touchesInside && !touchesOutside) return '*';
    const before = this.isLineStart() ? '' : lastCharacter(this.last);
    // GFM takes an underscore for a part of the e-mail address beside it.
    if (isLoose(before) && isLoose(after) && !plainText(children).includes('@')) return '_';
    return touchesInside ? undefined : '*';
  }

  private writeLink(target: string, children: readonly Inline[]): void {
    const only = children.length === 1 ? children[0] : undefined;
    const shown = only?.type === 'text' ? only.text : '';
    if (shown === target && isBareAddress(shown)) {
      this.put(`<${shown}>`);
      return;
    }
    this.put('[');
    const outer = this.inLink;
    this.inLink = true;
    this.write(children, ']');
    this.inLink = outer;
    this.put(`](${target})`);
  }
}

const SEPARATOR_TEXT = SEPARATOR.type === 'verbatim' ? SEPARATOR.markdown : '';

function isLoose(character: string): boolean {
  const flank = flankOf(character);
  return flank === 'space' || flank === 'punctuation';
}

function plainText(nodes: readonly Inline[]): string {
  return nodes
    .map((node) => (node.type === 'text' ? node.text : 'children' in node ? plainText(node.children) : ''))
    .join('');
}

function firstOf(node: Inline): string {
  if (node.type === 'text') return firstCharacter(node.text);
  if (node.type === 'verbatim') return firstCharacter(node.markdown);
  if (node.type === 'mark') return node.kind === 'del' ? '~' : '*';
  return node.type === 'link' ? '[' : '';
}

function lastOf(node: Inline): string {
  if (node.type === 'text') return lastCharacter(node.text);
  if (node.type === 'verbatim') return lastCharacter(node.markdown);
  if (node.type === 'mark') return node.kind === 'del' ? '~' : '*';
  return node.type === 'link' ? ')' : '';
}

/** Signs that only mean something in pairs, where the block has two of them or such a mark of its own. */
function pairedSigns(source: string): Set<string> {
  const paired = new Set<string>();
  for (const sign of ['~', '$', '^', '==']) {
    const first = source.indexOf(sign);
    if (first >= 0 && source.indexOf(sign, first + sign.length) >= 0) paired.add(sign);
  }
  if (source.includes(SENTINEL.del)) paired.add('~');
  return paired;
}
