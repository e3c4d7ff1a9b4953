import { childrenOf } from './children-of.ts';
/** A note, tip or warning that the page sets apart. */
export interface Callout {
  /** One of the five kinds that GitHub and Obsidian share. */
  readonly kind: 'NOTE' | 'TIP' | 'IMPORTANT' | 'WARNING' | 'CAUTION';
  /** The title, where it says more than the kind. */
  readonly heading: string;
  /** Elements that only say the kind or the heading. */
  readonly titles: readonly Element[];
}

/** Class names of boxes, as static site generators and documentation themes write them. */
const BOX_CLASSES = new Set(
  'admonition admonitionblock alert callout callout-block markdown-alert markdown-callout notice hint infobox custom-block theme-admonition'.split(
    ' ',
  ),
);

/** Class names of a box's title. */
const TITLE_CLASSES =
  'admonition-title|admonition-heading|alert-title|callout-title|callout-heading|markdown-alert-title|notice-title|hint-title|custom-block-title|callout-title-inner';

/** Words in class names → kind. GitHub's five, Obsidian's aliases, Docusaurus', MkDocs', Sphinx' and AsciiDoc's names. */
const KINDS: ReadonlyMap<string, Callout['kind']> = new Map([
  ['note', 'NOTE'],
  ['info', 'NOTE'],
  ['abstract', 'NOTE'],
  ['summary', 'NOTE'],
  ['example', 'NOTE'],
  ['question', 'NOTE'],
  ['seealso', 'NOTE'],
  ['tip', 'TIP'],
  ['hint', 'TIP'],
  ['success', 'TIP'],
  ['important', 'IMPORTANT'],
  ['warning', 'WARNING'],
  ['attention', 'WARNING'],
  ['warn', 'WARNING'],
  ['caution', 'CAUTION'],
  ['danger', 'CAUTION'],
  ['error', 'CAUTION'],
  ['bug', 'CAUTION'],
  ['failure', 'CAUTION'],
]);

/** Reads an element as a callout, where its class says that it is one and of which kind. */
export function readCallout(element: Element): Callout | undefined {
  const classes = element.getAttribute('class')?.toLowerCase().split(/\s+/);
  if (!classes?.some((name) => BOX_CLASSES.has(name))) return undefined;
  const kind = kindOf(classes);
  if (!kind) return undefined;
  const titles = childrenOf(element).flatMap((child) => titlesIn(child));
  const heading = (titles[0]?.textContent ?? '').trim().replace(/\s+/g, ' ');
  return { kind, heading: KINDS.get(heading.toLowerCase()) ? '' : heading, titles };
}

function kindOf(classes: readonly string[]): Callout['kind'] | undefined {
  for (const name of classes) {
    for (const word of BOX_CLASSES.has(name) ? [] : name.split(/[-_]+/)) {
      const kind = KINDS.get(word);
      if (kind) return kind;
    }
  }
  return undefined;
}

function titlesIn(child: Element): Element[] {
  const names = (child.getAttribute('class') ?? '').toLowerCase().split(/\s+/);
  return names.some((name) => TITLE_NAMES.has(name)) ? [child] : [];
}

const TITLE_NAMES = new Set(TITLE_CLASSES.split('|'));
