import TurndownService, { type Plugin, type Rule } from 'turndown';
import { verbatim } from './inline/sentinels.ts';
import { writeInline } from './inline/write-inline.ts';
import { blockQuote, heading, paragraph, thematicBreak } from './rules/blocks.ts';
import { codeBlock, inlineCode } from './rules/code.ts';
import { noteSign, noteText } from './rules/footnotes.ts';
import { htmlMarks, image, lineBreak, link, marks } from './rules/inline.ts';
import { emptyItem, list, listItem } from './rules/lists.ts';
import { displayMaths, inlineMaths } from './rules/maths.ts';
import { table, tableCell, tableRow } from './rules/tables.ts';

/** All rules by name. Turndown asks the rule that was added last first. */
const RULES: Readonly<Record<string, Rule>> = {
  paragraph,
  heading,
  marks,
  htmlMarks,
  link,
  image,
  lineBreak,
  inlineCode,
  inlineMaths,
  codeBlock,
  displayMaths,
  blockQuote,
  list,
  listItem,
  tableCell,
  tableRow,
  table,
  thematicBreak,
  noteSign,
  noteText,
};

/** `Node.DOCUMENT_FRAGMENT_NODE` */
const FRAGMENT = 11;

/**
 * Turndown with the rules of this folder. Turndown walks the tree and joins the strings of the rules.
 *
 * Text reaches the rules unescaped, with sentinels for marks and links: `writeInline` escapes each line when both
 * neighbours of a character are known, which Turndown's own `escape` cannot do.
 */
export class TurndownConverter {
  private readonly service: TurndownService;
  private markdown = '';

  /** @param plugins Turndown plugins; their rules take precedence over the built-in ones, the last one first. */
  constructor(plugins: readonly Plugin[] = []) {
    this.service = new TurndownService({
      preformattedCode: true,
      blankReplacement: (_content, node) => (node.localName === 'li' ? emptyItem(node) : ''),
      defaultReplacement: (content) => content,
    });
    this.service.escape = (text) => text;
    for (const [name, rule] of Object.entries(RULES)) this.service.addRule(name, rule);
    usePlugins(this.service, plugins);
    this.service.addRule('root', {
      filter: (node) => node.parentNode?.nodeType === FRAGMENT,
      replacement: (content) => this.receive(content),
    });
  }

  /**
   * Returns the Markdown of a normalised tree, not trimmed. Linear in the tree: the result is taken from the rule of the
   * root, because Turndown trims it by a pattern that is quadratic in the longest run of white space.
   *
   * @param tree the root that `normalizeStory` returned; it is moved into a fragment.
   */
  convert(tree: Element): string {
    const fragment = tree.ownerDocument.createDocumentFragment();
    fragment.append(tree);
    // Turndown works on a clone of its input. This tree is a copy already.
    fragment.cloneNode = () => fragment;
    this.markdown = '';
    this.service.turndown(fragment);
    return this.markdown;
  }

  private receive(content: string): string {
    this.markdown = content;
    return '';
  }
}

/** Installs plugins. Their rules see and return final Markdown, as with plain Turndown. */
function usePlugins(service: TurndownService, plugins: readonly Plugin[]): void {
  const addRule = service.addRule.bind(service);
  service.addRule = (name, rule) => addRule(name, finalRule(rule));
  service.use([...plugins]);
  service.addRule = addRule;
}

/** Wraps a plugin's rule: the text of a leaf block is written before the rule sees it, and its own text is never escaped. */
function finalRule(rule: Rule): Rule {
  const { replacement } = rule;
  if (!replacement) return rule;
  return {
    ...rule,
    replacement(content, node, options) {
      if (/^(?:p|h[1-6]|td)$/.test(node.localName)) {
        const place = node.localName === 'p' ? 'paragraph' : node.localName === 'td' ? 'cell' : 'heading';
        return replacement(writeInline(content, place), node, options);
      }
      const markdown = replacement(content, node, options);
      return isInline(node) ? verbatimAround(markdown, content) : markdown;
    },
  };
}

const INLINE_ELEMENTS = 'a, abbr, br, code, del, em, img, ins, kbd, mark, strong, sub, sup, u';

function isInline(node: Element): boolean {
  return node.matches(INLINE_ELEMENTS) && node.closest('pre') === null;
}

/** Marks what a rule wrote around its content as final; the content stays open for escapes. */
function verbatimAround(markdown: string, content: string): string {
  const at = content === '' ? -1 : markdown.indexOf(content);
  if (at < 0) return verbatim(markdown);
  const after = markdown.slice(at + content.length);
  return [verbatim(markdown.slice(0, at)), content, verbatim(after)].join('');
}
