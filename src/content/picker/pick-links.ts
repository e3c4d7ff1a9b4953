import type { LinkPickRequest } from '../../core/model/link-pick-request.ts';
import { withoutFragment } from '../../core/page-links.ts';
import { blockAt } from './block-at.ts';
import { listenFirst, swallow } from './listen-first.ts';
import { createOverlay } from './overlay.ts';

/** How long “chosen” stays on the page, in milliseconds. */
const DONE_MS = 1_500;

/**
 * Lets the user choose links by pressing them: a link, or a block with all the links in it; once more takes them back. By
 * keyboard the arrows go from link to link, Space chooses. Nothing of the page is changed, and its listeners do not see
 * what is pressed.
 *
 * @returns the addresses as `linksOfPage` lists them; none where the user left with Escape.
 */
export function pickLinks(request: LinkPickRequest): Promise<string[]> {
  return new Promise((resolve) => {
    const overlay = createOverlay(request);
    const listening = new AbortController();
    const on = listenFirst(listening.signal);
    const chosen = new Set<HTMLAnchorElement>();
    let at: Element | undefined;

    const draw = (): void => {
      if (at) overlay.outline(at);
      overlay.mark([...chosen].filter(isShown));
    };
    const toggle = (): void => {
      const links = at ? linksIn(at) : [];
      const isOn = links.some((link) => !chosen.has(link));
      for (const link of links) {
        if (isOn) chosen.add(link);
        else chosen.delete(link);
      }
      overlay.say(request.chosen.replace('$1', String(chosen.size)));
      draw();
    };
    const step = (by: 1 | -1): void => {
      const links: Element[] = linksIn(document.documentElement).filter(isShown);
      const from = at ? links.indexOf(at) : -1;
      at = links[from < 0 ? 0 : (from + by + links.length) % links.length];
      at?.scrollIntoView({ block: 'nearest' });
      draw();
    };
    const end = (isDone: boolean): void => {
      listening.abort();
      if (isDone) overlay.finish(request.done, DONE_MS);
      else overlay.remove();
      resolve(isDone ? [...chosen].map(({ href }) => withoutFragment(href)) : []);
    };

    on('pointermove', ({ clientX, clientY }) => {
      at = targetAt(clientX, clientY);
      if (at) overlay.outline(at);
    });
    for (const name of ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'auxclick'] as const) on(name, swallow);
    on('click', (event) => {
      swallow(event);
      at = targetAt(event.clientX, event.clientY);
      toggle();
    });
    on('keydown', (event) => {
      if (event.key === 'Escape') end(false);
      else if (event.key === 'Enter') end(true);
      else if (event.key === ' ') toggle();
      else if (event.key === 'ArrowDown' || event.key === 'ArrowRight') step(1);
      else if (event.key === 'ArrowUp' || event.key === 'ArrowLeft') step(-1);
      else return;
      swallow(event);
    });
    for (const name of ['scroll', 'resize'] as const) on(name, draw);
  });
}

/** The link at a point, else the block that holds it where that has links. */
function targetAt(x: number, y: number): Element | undefined {
  const element = document.elementFromPoint(x, y);
  const link = element?.closest('a[href]');
  if (link) return link;
  const block = blockAt(element);
  return block && block !== document.body && linksIn(block).length > 0 ? block : undefined;
}

function linksIn(element: Element): HTMLAnchorElement[] {
  const all = element.matches('a[href]') ? [element] : [...element.querySelectorAll('a[href]')];
  return all.filter((link) => link instanceof HTMLAnchorElement).filter(({ protocol }) => /^https?:$/.test(protocol));
}

function isShown(element: Element): boolean {
  return Element.prototype.checkVisibility.call(element);
}
