import type { PickRequest } from '../../core/model/pick-request.ts';
import { PICK_KEY, PICK_REQUEST_KEY } from '../../core/model/task-key.ts';
import type { Pick } from '../pick.ts';
import { blockAt, neighbour } from './block-at.ts';
import { listenFirst, swallow } from './listen-first.ts';
import { createOverlay } from './overlay.ts';

/** How long “picked” stays on the page, in milliseconds. */
const DONE_MS = 2_500;

const STEPS: Readonly<Record<string, Parameters<typeof neighbour>[1]>> = {
  ArrowUp: 'around',
  ArrowDown: 'inside',
  ArrowLeft: 'before',
  ArrowRight: 'after',
};

/** Ends the picker that is open in this page. */
let endOpen: (() => void) | undefined;

/**
 * Lets the user pick a block of the page, by pointer or keyboard. The page's own elements are not changed, and its
 * listeners do not see what is pressed.
 *
 * @returns whether something was picked: then it is left for the next clip.
 */
export function runPicker(): Promise<boolean> {
  const request: PickRequest | undefined = Object.hasOwn(globalThis, PICK_REQUEST_KEY)
    ? Reflect.get(globalThis, PICK_REQUEST_KEY)
    : undefined;
  Reflect.deleteProperty(globalThis, PICK_REQUEST_KEY);
  endOpen?.();
  return request ? new Promise((resolve) => open(request, resolve)) : Promise.resolve(false);
}

function open(request: PickRequest, resolve: (isPicked: boolean) => void): void {
  const overlay = createOverlay(request);
  const listening = new AbortController();
  let block = blockAt(document.elementFromPoint(innerWidth / 2, innerHeight / 3)) ?? document.body;

  const end = (isPicked: boolean): void => {
    endOpen = undefined;
    listening.abort();
    if (isPicked) overlay.finish(request.done, DONE_MS);
    else overlay.remove();
    resolve(isPicked);
  };
  endOpen = () => end(false);

  const show = (next: Element | undefined, isKey = false): void => {
    if (!next) return;
    block = next;
    if (isKey) block.scrollIntoView({ block: 'nearest' });
    overlay.outline(block);
  };
  const take = (): void => {
    remember(request.what, block);
    end(true);
  };

  const on = listenFirst(listening.signal);
  let pointer = '';
  on('pointermove', ({ clientX, clientY, screenX, screenY }) => {
    // A pointer at rest is told of too when the page scrolls under it: it takes nothing from the keys.
    if (pointer === `${screenX} ${screenY}`) return;
    pointer = `${screenX} ${screenY}`;
    show(blockAt(document.elementFromPoint(clientX, clientY)));
  });
  for (const name of ['pointerdown', 'pointerup', 'mousedown', 'mouseup'] as const) on(name, swallow);
  on('click', (event) => {
    swallow(event);
    show(blockAt(document.elementFromPoint(event.clientX, event.clientY)));
    take();
  });
  on('keydown', (event) => {
    const step = STEPS[event.key];
    if (event.key === 'Escape') end(false);
    else if (event.key === 'Enter') take();
    else if (step) show(neighbour(block, step), true);
    else return;
    swallow(event);
  });
  for (const name of ['scroll', 'resize'] as const) on(name, () => overlay.outline(block));
  show(block);
}

function remember(what: PickRequest['what'], block: Element): void {
  const before: Pick = (Object.hasOwn(globalThis, PICK_KEY) && Reflect.get(globalThis, PICK_KEY)) || { parts: [] };
  const pick: Pick = what === 'story' ? { story: block, parts: [] } : { ...before, parts: [...before.parts, block] };
  Object.defineProperty(globalThis, PICK_KEY, { value: pick, configurable: true });
}
