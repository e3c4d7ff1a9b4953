import type { LocatedHighlights } from '../../core/highlights/locate-highlights.ts';
import { HIGHLIGHT_COLOURS, type Highlight, type HighlightColour, MAX_NOTE } from '../../core/model/highlight.ts';
import type { HighlighterTexts, HighlightRequest } from '../../core/model/highlight-request.ts';
import { OVER_PAGE_STYLE } from '../over-page-style.ts';
import { STYLE } from './style.ts';

/** What the toolbar shows. */
export interface ToolbarState extends LocatedHighlights {
  /** The highlight whose note is open. */
  readonly current: Highlight | undefined;
  readonly isListOpen: boolean;
  readonly status: string;
  /** What is not on the disk yet, and why. */
  readonly failure: string | undefined;
  readonly canPaint: boolean;
}

/** What is pressed in it. */
export interface ToolbarActions {
  pickColour(colour: HighlightColour): void;
  open(highlight: Highlight): void;
  toggleList(): void;
  write(note: string): void;
  remove(): void;
  retry(): void;
  close(): void;
}

export interface Toolbar {
  /** The element that holds it: the target of all that happens in it. */
  readonly host: HTMLElement;
  draw(state: ToolbarState): void;
  focusNote(): void;
  /** Takes the focus from the note: a hidden field keeps it in Firefox, and for a moment in Chromium. */
  focusBar(): void;
  /** Whether the user types in it. */
  isTyping(): boolean;
  remove(): void;
}

/** So much of a passage is shown in the list. */
const EXCERPT = 90;

/**
 * Draws the toolbar over the page, in the top layer and in a closed shadow tree, so that neither's styles reach the other.
 * Takes the focus once; presses on it leave the selection as it is.
 */
export function createToolbar(
  { texts, language }: Pick<HighlightRequest, 'texts' | 'language'>,
  actions: ToolbarActions,
): Toolbar {
  const host = document.createElement('div');
  host.style.cssText = OVER_PAGE_STYLE;
  host.popover = 'manual';
  host.lang = language;
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [sheet];
  const bar = create('div', { className: 'bar', tabIndex: -1 });
  bar.setAttribute('role', 'dialog');
  bar.setAttribute('aria-label', texts.title);
  const head = create('div', { className: 'head' });
  const help = create('p', { className: 'help' });
  const note = create('div', { className: 'note' });
  const list = create('div', {});
  const status = create('p', { className: 'status' });
  status.setAttribute('role', 'status');
  bar.append(head, help, note, list, status);
  root.append(bar);
  bar.addEventListener('pointerdown', keepSelection);
  bar.addEventListener('mousedown', keepSelection);

  const field = noteField(texts, actions);
  note.append(...field.parts);
  const colours = colourButtons(texts, actions);
  const listButton = button('', actions.toggleList);
  head.append(
    create('p', { className: 'title', textContent: texts.title }),
    colours.group,
    listButton,
    button(texts.close, actions.close),
  );
  const focused = document.activeElement;
  document.documentElement.append(host);
  host.showPopover();
  const focusBar = (): void => bar.focus({ preventScroll: true });
  focusBar();

  return {
    host,
    draw(state) {
      const { found, lost, current } = state;
      help.textContent = state.canPaint ? texts.help : texts.notPainted;
      help.hidden = current !== undefined && state.canPaint;
      colours.press(current?.colour);
      listButton.textContent = fill(texts.list, found.length + lost.length);
      listButton.setAttribute('aria-expanded', String(state.isListOpen));
      note.hidden = !current;
      if (current) field.show(current);
      list.replaceChildren(...(state.isListOpen ? listed(state, texts, actions) : lostLine(state, texts)));
      status.className = state.failure === undefined ? 'status' : 'status failed';
      status.textContent = state.failure === undefined ? state.status : fill(texts.notSaved, state.failure);
      if (state.failure !== undefined) {
        const retry = button(texts.retry, actions.retry);
        retry.className = 'retry';
        status.append(retry);
      }
    },
    focusNote: () => field.element.focus(),
    focusBar,
    isTyping: () => root.activeElement?.localName === 'textarea',
    remove() {
      host.remove();
      if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
    },
  };
}

/** A press on anything but the note would take the selection away. */
function keepSelection(event: Event): void {
  if (!(event.target instanceof HTMLTextAreaElement)) event.preventDefault();
}

function colourButtons(texts: HighlighterTexts, actions: ToolbarActions) {
  const group = create('div', { className: 'colours' });
  group.setAttribute('role', 'group');
  group.setAttribute('aria-label', texts.title);
  const buttons = HIGHLIGHT_COLOURS.map((colour, n) => {
    const made = button(String(n + 1), () => actions.pickColour(colour));
    made.className = `colour ${colour}`;
    made.title = fill(texts.mark, texts.colours[colour]);
    made.setAttribute('aria-label', made.title);
    made.setAttribute('aria-keyshortcuts', String(n + 1));
    return made;
  });
  group.append(...buttons);
  return {
    group,
    press(pressed: HighlightColour | undefined): void {
      for (const [n, made] of buttons.entries())
        made.setAttribute('aria-pressed', String(HIGHLIGHT_COLOURS[n] === pressed));
    },
  };
}

/** The note of the current highlight. The field stays the same element while one note is written. */
function noteField(texts: HighlighterTexts, actions: ToolbarActions) {
  const quote = create('p', { className: 'quote', dir: 'auto' });
  const label = create('label', { textContent: texts.note });
  const element = create('textarea', { maxLength: MAX_NOTE, dir: 'auto' });
  element.addEventListener('input', () => actions.write(element.value));
  label.append(element);
  const row = create('div', { className: 'row' });
  row.append(button(texts.remove, actions.remove));
  let shown = '';
  return {
    element,
    parts: [quote, label, row],
    /** What is typed stays: only another highlight's note is put in its place. */
    show({ id, anchor, colour, note }: Highlight): void {
      quote.className = `quote ${colour}`;
      quote.textContent = excerpt(anchor.exact);
      if (id !== shown) element.value = note;
      shown = id;
    },
  };
}

function listed({ found, lost }: ToolbarState, texts: HighlighterTexts, actions: ToolbarActions): HTMLElement[] {
  const rows = [
    ...found.map(({ highlight }) => ({ highlight, why: '' })),
    ...lost.map(({ highlight, reason }) => ({ highlight, why: texts.reasons[reason] })),
  ];
  const list = create('ul', {});
  list.append(
    ...rows.map(({ highlight, why }) => {
      const item = create('li', {});
      const open = button(excerpt(highlight.anchor.exact), () => actions.open(highlight));
      open.dir = 'auto';
      open.className = `${highlight.colour} ${why === '' ? '' : 'lost'}`;
      for (const words of [highlight.note, why]) {
        if (words !== '') open.append(create('span', { className: 'words', textContent: words }));
      }
      item.append(open);
      return item;
    }),
  );
  return [list];
}

function lostLine({ lost }: ToolbarState, texts: HighlighterTexts): HTMLElement[] {
  return lost.length === 0 ? [] : [create('p', { className: 'lost-head', textContent: fill(texts.lost, lost.length) })];
}

function excerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > EXCERPT ? `${line.slice(0, EXCERPT).trimEnd()}…` : line;
}

function fill(text: string, value: string | number): string {
  return text.replace('%1', () => String(value));
}

function button(text: string, press: () => void): HTMLButtonElement {
  const made = create('button', { type: 'button', textContent: text });
  made.addEventListener('click', (event) => {
    // The page's own scripts press nothing here.
    if (event.isTrusted) press();
  });
  return made;
}

function create<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]>,
): HTMLElementTagNameMap[Name] {
  return Object.assign(document.createElement(name), properties);
}
