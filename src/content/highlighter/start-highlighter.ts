import { createAnchor } from '../../core/highlights/create-anchor.ts';
import { type LocatedHighlights, locateHighlights } from '../../core/highlights/locate-highlights.ts';
import { nodeText } from '../../core/highlights/node-text.ts';
import { canPaintHighlights, highlightAt, paintHighlights } from '../../core/highlights/paint-highlights.ts';
import { HIGHLIGHT_COLOURS, type Highlight, type HighlightColour } from '../../core/model/highlight.ts';
import type { HighlightRequest } from '../../core/model/highlight-request.ts';
import { HIGHLIGHT_REQUEST_KEY } from '../../core/model/task-key.ts';
import { createKeeping } from './keeping.ts';
import { createToolbar } from './toolbar.ts';

/** Under this key of the page's isolated world, the function that ends the highlighter that is open. */
const END_KEY = 'jianbaoEndHighlighter';

/**
 * Lets the user mark passages of the page, and finds again what was marked before. The page's own nodes are not changed:
 * the passages are painted by the CSS Custom Highlight API. Started once more, it takes the place of the one before.
 */
export function startHighlighter(): void {
  const request: HighlightRequest | undefined = Object.hasOwn(globalThis, HIGHLIGHT_REQUEST_KEY)
    ? Reflect.get(globalThis, HIGHLIGHT_REQUEST_KEY)
    : undefined;
  Reflect.deleteProperty(globalThis, HIGHLIGHT_REQUEST_KEY);
  if (Object.hasOwn(globalThis, END_KEY)) Reflect.get(globalThis, END_KEY)();
  if (request) open(request);
}

function open(request: HighlightRequest): void {
  const { texts } = request;
  const canPaint = canPaintHighlights(window);
  const listening = new AbortController();
  let highlights = request.highlights;
  let located: LocatedHighlights = { found: [], lost: [] };
  let currentId: string | undefined;
  let isListOpen = false;
  let status = '';

  const keeping = createKeeping(() => {
    if (keeping.failure() === undefined) status = texts.saved;
    draw();
  });
  const toolbar = createToolbar(request, {
    pickColour,
    open: (highlight) => {
      show(highlight);
      // The list is drawn anew, and the row that was pressed is gone.
      toolbar.focusNote();
    },
    toggleList: () => {
      isListOpen = !isListOpen;
      draw();
    },
    write: (note) => change((highlight) => ({ ...highlight, note })),
    remove,
    retry: keeping.retry,
    close,
  });

  function draw(): void {
    const current = highlights.find(({ id }) => id === currentId);
    toolbar.draw({ ...located, current, isListOpen, status, failure: keeping.failure(), canPaint });
  }

  /** Looks for all passages anew: the page may have changed since. */
  function locate(): void {
    located = locateHighlights(document.body, highlights);
    paintHighlights(window, located.found);
    draw();
  }

  function show({ id }: Highlight): void {
    currentId = id;
    const range = located.found.find(({ highlight }) => highlight.id === id)?.range;
    range?.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
    draw();
  }

  /** Marks what is selected; with nothing selected, changes the colour of the current highlight. */
  function pickColour(colour: HighlightColour): void {
    const range = selectedRange(toolbar.host);
    if (range) mark(range, colour);
    else if (currentId === undefined) say(texts.nothingSelected);
    else change((highlight) => ({ ...highlight, colour }));
  }

  function mark(range: Range, colour: HighlightColour): void {
    const { text, offsetsOf } = nodeText(document.body);
    const { start, end: last } = offsetsOf(range);
    const anchor = createAnchor(text, start, last);
    if (!anchor) {
      say(texts.nothingSelected);
      return;
    }
    const before = highlights.find(({ anchor: { exact, start: at } }) => exact === anchor.exact && at === anchor.start);
    const made = { id: newId(), anchor, colour, note: '', createdAt: Date.now() };
    const highlight = before ? { ...before, colour } : made;
    highlights = [...highlights.filter(({ id }) => id !== highlight.id), highlight];
    currentId = highlight.id;
    status = texts.marked;
    getSelection()?.removeAllRanges();
    keeping.put(highlight);
    locate();
  }

  /** Changes the current highlight. */
  function change(edit: (highlight: Highlight) => Highlight): void {
    highlights = highlights.map((highlight) => {
      if (highlight.id !== currentId) return highlight;
      const edited = edit(highlight);
      keeping.put(edited);
      return edited;
    });
    located = { ...located, found: located.found.map((each) => ({ ...each, highlight: current(each.highlight) })) };
    paintHighlights(window, located.found);
    draw();
  }

  function current(highlight: Highlight): Highlight {
    return highlights.find(({ id }) => id === highlight.id) ?? highlight;
  }

  function remove(): void {
    if (currentId === undefined) return;
    keeping.remove(currentId);
    highlights = highlights.filter(({ id }) => id !== currentId);
    currentId = undefined;
    status = texts.removed;
    toolbar.focusBar();
    locate();
  }

  function say(text: string): void {
    status = text;
    draw();
  }

  /** Leaves nothing in the page. */
  function end(): void {
    Reflect.deleteProperty(globalThis, END_KEY);
    listening.abort();
    paintHighlights(window, []);
    toolbar.remove();
    keeping.flush();
  }
  Object.defineProperty(globalThis, END_KEY, { value: end, configurable: true });

  function close(): void {
    end();
    keeping.end();
  }

  const on = <Name extends keyof WindowEventMap>(name: Name, handle: (event: WindowEventMap[Name]) => void): void =>
    window.addEventListener(name, (event) => event.isTrusted && handle(event), {
      capture: true,
      signal: listening.signal,
    });
  on('click', ({ target, clientX, clientY }) => {
    if (target === toolbar.host || selectedRange(toolbar.host)) return;
    const hit = highlightAt(located.found, { x: clientX, y: clientY });
    if (hit) show(hit.highlight);
  });
  on('keydown', (event) => {
    const isOurs = event.target === toolbar.host;
    if (press(event, isOurs ? toolbar.isTyping() : isEditable(event.target))) event.preventDefault();
    else if (!isOurs) return;
    event.stopImmediatePropagation();
  });
  on('pagehide', keeping.flush);

  /** @returns whether the key was meant for the highlighter. */
  function press(event: KeyboardEvent, isTyping: boolean): boolean {
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    if (event.key === 'Escape' && !isTyping) close();
    else if (event.key === 'Escape' && event.target === toolbar.host) leaveNote();
    else if (isTyping) return false;
    else if (event.key === 'n' && currentId !== undefined) toolbar.focusNote();
    else {
      const colour = HIGHLIGHT_COLOURS[Number(event.key) - 1];
      if (!colour) return false;
      pickColour(colour);
    }
    return true;
  }

  function leaveNote(): void {
    currentId = undefined;
    toolbar.focusBar();
    keeping.flush();
    draw();
  }

  locate();
}

/** What is selected in the page, where it is not empty. */
function selectedRange(host: HTMLElement): Range | undefined {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  return host.contains(range.startContainer) || !document.body.contains(range.commonAncestorContainer)
    ? undefined
    : range;
}

function isEditable(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(?:input|textarea|select)$/.test(target.localName))
  );
}

/** A random id. `crypto.randomUUID` is there in secure contexts only. */
function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
