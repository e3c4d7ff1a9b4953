import { childrenOf } from './children-of.ts';
import { codeLanguage } from './code-language.ts';

export interface CodeBlock {
  readonly text: string;
  /** A name that is safe after a fence, or empty. */
  readonly language: string;
}

/** Class names of line numbers: Chroma, Pygments, Rouge, Prism, highlight.js' plugin, CodeMirror, GitHub, Docusaurus. */
const GUTTER_CLASSES = new Set(
  'line-number line-numbers line-numbers-rows linenumber lineno linenos linenodiv ln lnt gutter rouge-gutter hljs-ln-numbers hljs-ln-n blob-num react-syntax-highlighter-line-number code-line-number'.split(
    ' ',
  ),
);

/** Class names of elements that are one line each, whether or not the source has a line end after them. */
const LINE_CLASSES = new Set('line code-line token-line view-line ec-line'.split(' '));
const LINE_ELEMENTS = new Set(['div', 'p', 'li', 'tr']);
const TOOL_ELEMENTS = new Set(['button', 'script', 'style', 'svg', 'template', 'select', 'textarea']);

/** Reads a `pre` as code: lines as shown, without line numbers and buttons. Undefined where nothing is left. */
export function readCodeBlock(pre: Element): CodeBlock | undefined {
  const text = trimBlankLines(new LineReader(pre).read());
  return text === '' ? undefined : { text, language: codeLanguage(pre) };
}

class LineReader {
  private readonly pre: Element;
  private readonly codeIsLine: boolean;
  private readonly parts: string[] = [];
  private last = '';
  /** A line element has ended, and nothing has ended its line yet. */
  private owesLineEnd = false;

  constructor(pre: Element) {
    this.pre = pre;
    this.codeIsLine = childrenOf(pre).filter((child) => child.localName === 'code').length > 1;
  }

  read(): string {
    const steps: (Node | (() => void))[] = [...this.pre.childNodes].reverse();
    for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
      if (typeof step === 'function') step();
      else if (step.nodeType === 3) this.write(step.nodeValue ?? '');
      else if (step.nodeType === 1) this.visit(step as Element, steps);
    }
    return this.parts.join('');
  }

  private visit(element: Element, steps: (Node | (() => void))[]): void {
    const name = element.localName;
    if (name === 'br') {
      const endsItsLine =
        element.nextSibling === null && element.parentElement !== null && this.isLine(element.parentElement);
      if (!endsItsLine) this.write('\n');
      return;
    }
    if (TOOL_ELEMENTS.has(name) || isGutter(element) || isCopyButton(element)) return;
    if (this.isLine(element)) {
      this.startLine();
      const before = this.parts.length;
      steps.push(() => {
        this.owesLineEnd = this.parts.length === before || this.last !== '\n';
      });
    }
    for (let child = element.lastChild; child; child = child.previousSibling) steps.push(child);
  }

  private isLine(element: Element): boolean {
    const name = element.localName;
    if (element === this.pre) return false;
    if (LINE_ELEMENTS.has(name) || (name === 'code' && this.codeIsLine)) return true;
    return name === 'span' && hasClass(element, LINE_CLASSES);
  }

  private startLine(): void {
    if (this.owesLineEnd || (this.last !== '' && this.last !== '\n')) this.push('\n');
    this.owesLineEnd = false;
  }

  private write(text: string): void {
    if (text === '') return;
    if (this.owesLineEnd && !/^\r?\n/.test(text)) this.push('\n');
    this.owesLineEnd = false;
    this.push(text.replace(/\r\n?/g, '\n'));
  }

  private push(text: string): void {
    this.parts.push(text);
    this.last = text.slice(-1);
  }
}

/** True for a column or an element of line numbers: named as one, and holding nothing but figures. */
export function isGutter(element: Element): boolean {
  return hasClass(element, GUTTER_CLASSES) && /^[\d\s.:|]*$/.test(element.textContent ?? '');
}

function isCopyButton(element: Element): boolean {
  const names = element.getAttribute('class') ?? '';
  return /copy|clipboard/i.test(names) && (element.textContent ?? '').trim().length < 24;
}

function hasClass(element: Element, names: ReadonlySet<string>): boolean {
  const classes = element.getAttribute('class');
  return classes?.split(/\s+/).some((name) => names.has(name)) ?? false;
}

function trimBlankLines(text: string): string {
  const lines = text.split('\n');
  let start = 0;
  let end = lines.length;
  while (start < end && lines[start]?.trim() === '') start += 1;
  while (end > start && lines[end - 1]?.trim() === '') end -= 1;
  return lines.slice(start, end).join('\n');
}
