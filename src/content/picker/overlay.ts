import type { PickRequest } from '../../core/model/pick-request.ts';
import { OVER_PAGE_STYLE } from '../over-page-style.ts';

/** What the picker draws over the page. */
export interface Overlay {
  outline(block: Element): void;
  /** Marks what is chosen, in place of what was marked before. */
  mark(chosen: readonly Element[]): void;
  /** Says how far the user is. */
  say(text: string): void;
  /** Says that it is done, and is gone after a while. */
  finish(text: string, stayMs: number): void;
  remove(): void;
}

const STYLE = `
  .frame { position: fixed; box-sizing: border-box; border: 2px solid #b5382a; border-radius: 4px;
    background: rgb(181 56 42 / 10%); box-shadow: 0 0 0 1px #fff; pointer-events: none }
  .frame.chosen { background: rgb(181 56 42 / 22%); border-style: dashed }
  .bar { position: fixed; inset: auto 0 16px; margin: 0 auto; inline-size: fit-content;
    max-inline-size: calc(100vw - 32px); box-sizing: border-box; padding: 10px 16px; border-radius: 10px; color: #1d1b18;
    background: #fff; border: 1px solid #e4dfd5; box-shadow: 0 2px 16px rgb(0 0 0 / 30%); outline: none;
    font: 14px/1.5 system-ui, sans-serif }
  .help { margin: 0; color: #5f5a52; font-size: 13px }
  .title { margin: 0; font-weight: 600 }
  .name { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%) }
  @media (prefers-color-scheme: dark) {
    .bar { color: #ece8e1; background: #232220; border-color: #35332f }
    .help { color: #b3ada3 }
    .frame { border-color: #e0614f; box-shadow: 0 0 0 1px #1b1a18 }
  }
  @media (forced-colors: active) { .frame { border-color: Highlight } }
`;

/** What the bar says, in the user's language. */
type OverlayTexts = Pick<PickRequest, 'title' | 'help'>;

const NAME_LENGTH = 80;

/**
 * Draws over the page, in the top layer and in a closed shadow tree, so that neither's styles reach the other. Takes the
 * focus, and returns it.
 */
export function createOverlay({ title, help }: OverlayTexts): Overlay {
  const host = document.createElement('div');
  host.style.cssText = OVER_PAGE_STYLE;
  host.popover = 'manual';
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [sheet];

  const frame = element('div', 'frame');
  const bar = element('div', 'bar');
  const name = element('p', 'name');
  bar.tabIndex = -1;
  bar.setAttribute('role', 'dialog');
  bar.setAttribute('aria-label', title);
  name.setAttribute('aria-live', 'polite');
  bar.append(element('p', 'title', title), element('p', 'help', help), name);
  root.append(frame, bar);

  const focused = document.activeElement;
  document.documentElement.append(host);
  host.showPopover();
  bar.focus({ preventScroll: true });

  const remove = (): void => {
    host.remove();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  };
  let marks: HTMLElement[] = [];
  return {
    mark(chosen) {
      for (const mark of marks) mark.remove();
      marks = chosen.map((block) => {
        const mark = element('div', 'frame chosen');
        putAround(mark, block);
        return mark;
      });
      root.prepend(...marks);
    },
    say(text) {
      bar.querySelector('.title')?.replaceChildren(text);
    },
    outline(block) {
      putAround(frame, block);
      name.textContent = (block.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, NAME_LENGTH);
    },
    finish(text, stayMs) {
      for (const drawn of [frame, name, ...marks]) drawn.remove();
      bar.replaceChildren(element('p', 'title', text));
      setTimeout(remove, stayMs);
    },
    remove,
  };
}

function putAround(frame: HTMLElement, block: Element): void {
  const { left, top, width, height } = block.getBoundingClientRect();
  Object.assign(frame.style, {
    left: `${left - 4}px`,
    top: `${top - 4}px`,
    width: `${width + 8}px`,
    height: `${height + 8}px`,
  });
}

function element(tag: 'div' | 'p', className: string, text = ''): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}
