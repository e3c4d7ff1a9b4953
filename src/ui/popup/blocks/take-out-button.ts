import { type StoryUnit, storyUnits, unitText } from '../../../core/blocks/story-units.ts';
import type { DroppedBlock } from '../../../core/model/page-blocks.ts';
import { lettersOf } from '../../../core/text/text-folding.ts';
import type { Translator } from '../../../i18n/translator.ts';
import type { PopupStore } from '../store.ts';
import { baseHtml, choiceOf, leaveOut, takeOut, undoChoice, unitsByText } from './choose-blocks.ts';
import { shortText } from './short-text.ts';

/** The preview's frame, with the story in it and the one button that goes from block to block. */
export interface TakeOutParts {
  readonly frame: HTMLElement;
  readonly button: HTMLButtonElement;
}

export interface TakeOutControl {
  /** Shows the button at the block under the pointer, unless the keyboard is on it. */
  pointAt(target: EventTarget | null): void;
  /** Shows it at the first block in sight, for the keyboard. */
  enter(): void;
  press(): Promise<void>;
  /** Up and down go to the neighbours; any other key takes the last choice back. */
  key(event: KeyboardEvent): void;
  /** The pointer has left the story. */
  pointAway(): void;
  /** The button has lost the focus. */
  leave(): void;
}

/** Lets every block of the preview be taken out: with the pointer, and by keyboard. */
export function createTakeOut(store: PopupStore, parts: TakeOutParts, { t }: Translator): TakeOutControl {
  const { frame, button } = parts;
  let at = -1;
  /** While the keyboard is on the button: blocks that scroll under a pointer at rest are not pointed at. */
  let isByKeyboard = false;

  const units = (): StoryUnit[] => {
    const story = frame.querySelector('.story');
    return story ? storyUnits(story) : [];
  };

  function show(index: number): void {
    const unit = units()[index];
    const range = unit && rangeOf(unit);
    if (!unit || !range) {
      hide();
      return;
    }
    at = index;
    const box = range.getBoundingClientRect();
    const around = frame.getBoundingClientRect();
    button.style.insetBlockStart = `${box.top - around.top}px`;
    frame.style.setProperty('--marked-start', `${box.top - around.top}px`);
    frame.style.setProperty('--marked-size', `${box.height}px`);
    frame.classList.add('marking');
    button.setAttribute('aria-label', t('takeOutNamed', shortText(unitText(unit)) || t('pictureBlock')));
  }

  function hide(): void {
    at = -1;
    frame.classList.remove('marking');
    button.setAttribute('aria-label', t('takeOutBlocks'));
  }

  async function takeOutShown(): Promise<void> {
    const unit = units()[at];
    if (!unit) return;
    const text = shortText(unitText(unit)) || t('pictureBlock');
    const origin = originOf(store, unit, at, units().length);
    const next = at;
    if (origin === undefined) {
      store.announce(t('blockUnknown'));
      return;
    }
    const isDone = await (typeof origin === 'number' ? takeOut(store, origin) : leaveOut(store, origin));
    if (!isDone) return;
    store.announce(t('blockOut', text));
    // The story is drawn anew by then: the button goes on to what took the block's place.
    await new Promise(requestAnimationFrame);
    show(Math.min(next, units().length - 1));
  }

  async function takeBack(): Promise<void> {
    await undoChoice(store);
    store.announce(t('choiceUndone'));
    await new Promise(requestAnimationFrame);
    show(Math.max(at, 0));
  }

  let last = Promise.resolve();

  return {
    pointAt(target) {
      if (isByKeyboard || !(target instanceof Node) || button.contains(target)) return;
      const index = units().findIndex((unit) => unit.some((node) => node.contains(target)));
      if (index >= 0 && index !== at) show(index);
    },
    enter() {
      isByKeyboard = button.matches(':focus-visible');
      if (at >= 0) return;
      const top = frame.closest('.scroller')?.getBoundingClientRect().top ?? 0;
      const index = units().findIndex((unit) => (rangeOf(unit)?.getBoundingClientRect().bottom ?? 0) > top + 60);
      show(Math.max(index, 0));
    },
    press() {
      // A second press means the block that the first leaves in the place.
      last = last.then(takeOutShown, takeOutShown);
      return last;
    },
    key(event) {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      isByKeyboard = true;
      if (step !== undefined) {
        const next = Math.min(Math.max(at + step, 0), units().length - 1);
        show(next);
        const [node] = units()[next] ?? [];
        const element = node instanceof Element ? node : node?.parentElement;
        element?.scrollIntoView({ block: 'nearest' });
        return;
      }
      // After a press before it, which is still being done where its code is loading.
      last = last.then(takeBack, takeBack);
    },
    pointAway() {
      if (!isByKeyboard) hide();
    },
    leave() {
      isByKeyboard = false;
      hide();
    },
  };
}

function rangeOf(unit: StoryUnit): Range | undefined {
  const last = unit.at(-1);
  if (!last?.isConnected) return undefined;
  const range = document.createRange();
  range.setStartBefore(unit[0]);
  range.setEndAfter(last);
  return range;
}

/** Where a unit of the preview is from: a unit of the page's story, or a block that was put back. */
function originOf(store: PopupStore, unit: StoryUnit, index: number, count: number): number | DroppedBlock | undefined {
  const state = store.state.value;
  if (state.phase !== 'editing') return undefined;
  const isWritten = state.edit.markdown[state.edit.scope] !== undefined;
  const { origins } = choiceOf(store);
  if (!isWritten && !origins) return index;
  if (!isWritten && origins?.length === count) return origins[index];
  return unitsByText(baseHtml(state)).get(lettersOf(unitText(unit)));
}
