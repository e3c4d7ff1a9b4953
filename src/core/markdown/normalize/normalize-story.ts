import { taskMark } from '../../model/task-classes.ts';
import { cleanText } from '../inline/sentinels.ts';
import { type Callout, readCallout } from './callout.ts';
import { readCodeBlock } from './code-block.ts';
import { BLOCK_ELEMENTS, HIDDEN_ELEMENTS } from './elements.ts';
import { finishList, isTight } from './finish-list.ts';
import { Notes } from './footnotes.ts';
import { InlineWalk, type Step } from './inline-walk.ts';
import { numberItems } from './list-numbers.ts';
import { readTable } from './table-grid.ts';
import { TreeWriter } from './tree-writer.ts';

/** Lists and quotations deeper than this are written as if they ended here: no reader shows more, and no stack holds all. */
const MAX_DEPTH = 24;

/**
 * Copies a story into the few shapes that Markdown has: blocks hold either blocks or text, marks are inside blocks,
 * wrappers, empty elements and stray white space are gone. The story itself is not changed.
 *
 * One pass with its own stack: linear in the nodes, at home in a tree of any depth.
 */
export function normalizeStory(story: Element): Element {
  const root = story.ownerDocument.createElement('div');
  new StoryWalk(new TreeWriter(story.ownerDocument, root), new Notes(story)).run(story);
  return root;
}

class StoryWalk extends InlineWalk {
  private readonly itemNumbers = new Map<Element, number>();
  private readonly hasTerms = new Map<Element, boolean>();
  private depth = 0;

  run(story: Element): void {
    this.walk(story);
    this.writer.closeLeaf();
    for (const note of this.notes.inOrder) {
      const outer = this.writer.enter('section');
      this.writer.container.setAttribute('data-note', String(note.number));
      this.walk(note.element);
      this.writer.leave(outer);
    }
  }

  private walk(parent: Element): void {
    this.children(parent);
    for (let step = this.steps.pop(); step !== undefined; step = this.steps.pop()) {
      if (typeof step === 'function') step();
      else if (step.nodeType === 3) this.writer.writeText(step.nodeValue ?? '');
      else if (step.nodeType === 1) this.element(step as Element);
    }
  }

  private element(element: Element): void {
    const name = element.localName;
    if (HIDDEN_ELEMENTS.has(name) || this.notes.isHidden(element)) return;
    if (BLOCK_ELEMENTS.has(name)) this.block(element, name);
    else this.inline(element, name);
  }

  private block(element: Element, name: string): void {
    const { writer } = this;
    if (writer.insideLine) this.blockInLine(element, name);
    else if (/^h[1-6]$/.test(name)) this.leaf(element, name);
    else if (name === 'pre' || name === 'listing' || name === 'xmp' || name === 'plaintext') this.codeBlock(element);
    else if (name === 'hr') writer.writeBlock(writer.document.createElement('hr'));
    else if (name === 'table') this.table(element);
    else if (name === 'ul' || name === 'ol' || name === 'menu' || name === 'dir') this.list(element, name);
    else if (name === 'li') this.item(element);
    else if (name === 'blockquote') this.container(element, 'blockquote');
    else if (name === 'dt' || name === 'summary') this.term(element);
    else if (name === 'dd' && this.hasTerm(element)) this.definition(element);
    else if (name === 'figcaption') this.caption(element);
    else this.plainBlock(element);
  }

  private blockInLine(element: Element, name: string): void {
    if ((name === 'pre' || name === 'listing') && this.writer.insideCell) {
      for (const line of (readCodeBlock(element)?.text ?? '').split('\n')) {
        this.writer.blockEdge();
        if (line.trim() !== '') this.atom('code', line, {});
      }
    } else {
      this.writer.blockEdge();
      this.children(element, () => this.writer.blockEdge());
    }
  }

  private plainBlock(element: Element): void {
    const callout = readCallout(element);
    if (callout) this.callout(element, callout);
    else {
      this.writer.blockEdge();
      this.children(element, () => this.writer.blockEdge());
    }
  }

  private leaf(element: Element, name: string): void {
    this.writer.openLeaf(name, 'line');
    this.children(element, () => this.writer.closeLeaf());
  }

  protected override codeBlock(element: Element): void {
    const code = readCodeBlock(element);
    if (!code) return;
    const pre = this.writer.document.createElement('pre');
    const text = this.writer.document.createElement('code');
    text.textContent = cleanText(code.text);
    pre.append(text);
    if (code.language !== '') pre.setAttribute('data-language', code.language);
    if (element.classList.contains('math')) pre.setAttribute('class', 'math');
    this.writer.writeBlock(pre);
  }

  private container(
    element: Element,
    name: string,
    prepare?: (inner: Element) => void,
    finish?: (inner: Element) => void,
  ): void {
    if (this.depth >= MAX_DEPTH) {
      this.writer.blockEdge();
      this.children(element, () => this.writer.blockEdge());
      return;
    }
    this.depth += 1;
    const outer = this.writer.enter(name);
    const inner = this.writer.container;
    prepare?.(inner);
    this.children(element, () => {
      this.depth -= 1;
      this.writer.leave(outer);
      finish?.(inner);
    });
  }

  private callout(element: Element, callout: Callout): void {
    this.container(element, 'blockquote', (inner) => {
      inner.setAttribute('data-callout', callout.kind);
    });
    for (const title of callout.titles) this.notes.hide(title);
    if (callout.heading !== '') {
      this.steps.push(() => {
        this.writer.pushMark({ key: 'strong', element: 'strong' });
        this.writer.writeText(callout.heading);
        this.writer.popMark();
        this.writer.closeLeaf();
      });
    }
  }

  private list(element: Element, name: string): void {
    if (name === 'ol') numberItems(element, this.itemNumbers);
    this.container(element, name === 'ol' ? 'ol' : 'ul', undefined, finishList);
  }

  private item(element: Element): void {
    const { writer } = this;
    const inList = writer.container.localName === 'ul' || writer.container.localName === 'ol';
    if (!inList) {
      this.plainBlock(element);
      return;
    }
    writer.closeLeaf();
    const list = writer.container;
    const item = writer.document.createElement('li');
    const number = this.itemNumbers.get(element);
    if (number !== undefined) item.setAttribute('value', String(number));
    const task = taskMark(element);
    if (task) item.setAttribute('data-task', task);
    list.append(item);
    writer.container = item;
    this.children(element, () => writer.leave(list));
  }

  /** A term or a summary is in bold above its content: the Markdown that all programs share has nothing better. */
  private term(element: Element): void {
    this.writer.openLeaf('p', 'line');
    const isBold = this.writer.hasMark('strong');
    if (!isBold) this.writer.pushMark({ key: 'strong', element: 'strong' });
    this.children(element, () => {
      if (!isBold) this.writer.popMark();
      this.writer.closeLeaf();
    });
  }

  /** Without a term in its list, a definition is only text that is set in. */
  private hasTerm(definition: Element): boolean {
    const list = definition.parentElement;
    if (list === null) return false;
    const known = this.hasTerms.get(list) ?? list.querySelector('dt') !== null;
    this.hasTerms.set(list, known);
    return known;
  }

  private definition(element: Element): void {
    const { writer } = this;
    writer.closeLeaf();
    const outer = writer.container;
    const before = outer.lastElementChild;
    const list = before?.hasAttribute('data-definitions') ? before : writer.document.createElement('ul');
    if (list !== before) outer.append(list);
    if (list !== before) list.setAttribute('data-tight', '');
    list.setAttribute('data-definitions', '');
    const item = writer.document.createElement('li');
    list.append(item);
    writer.container = item;
    this.children(element, () => {
      writer.leave(outer);
      if (!isTight(item)) list.removeAttribute('data-tight');
    });
  }

  /** A caption is in the paragraph of its picture, on a separate line. */
  private caption(element: Element): void {
    const { writer } = this;
    writer.closeLeaf();
    const picture = writer.container.lastElementChild;
    const isPicture = picture?.localName === 'p' && picture.textContent === '' && picture.querySelector('img') !== null;
    if (picture && isPicture) {
      writer.continueLeaf(picture, 'cell');
      writer.resumeAfterBreak();
    } else writer.openLeaf('p', 'line');
    this.children(element, () => writer.closeLeaf());
  }

  private table(element: Element): void {
    const table = readTable(element);
    if (table.kind === 'layout') {
      this.plainBlock(element);
      return;
    }
    if (table.kind === 'code') {
      this.codeBlock(table.code);
      return;
    }
    const { writer } = this;
    writer.closeLeaf();
    const outer = writer.container;
    const grid = writer.document.createElement('table');
    const steps: Step[] = [];
    for (const caption of table.captions) {
      steps.push(() => {
        writer.openLeaf('p', 'line');
        this.children(caption, () => writer.closeLeaf());
      });
    }
    steps.push(() => writer.writeBlock(grid));
    for (const cells of table.rows) {
      const row = writer.document.createElement('tr');
      grid.append(row);
      for (const cell of cells) {
        steps.push(() => {
          writer.container = row;
          const leaf = writer.openLeaf('td', 'cell');
          if (cell?.align) leaf.setAttribute('align', cell.align);
          if (cell) this.children(cell.element, () => writer.closeLeaf());
          else writer.closeLeaf();
        });
      }
    }
    steps.push(() => writer.leave(outer));
    for (const step of steps.reverse()) this.steps.push(step);
  }
}
