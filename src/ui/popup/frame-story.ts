import { setValue, takeValue } from '../../platform/set-value.ts';
import { splitOpening } from '../shared/split-opening.ts';
import { storyNodes } from '../shared/story-nodes.ts';
import type { StoryAtOnce } from './story-at-once.ts';

/** The story in the frame that the popup's document is loaded with, before the editor is drawn over it. */
export interface FrameStory {
  /** Draws a story, once. */
  draw(story: StoryAtOnce): void;
  /** Returns the keys that were pressed until now, for the editor, which listens from here on. */
  takeKeys(): readonly KeyboardEvent[];
  /** Whether a story is on the screen, or will be in the next frame. */
  isDrawn(): boolean;
  /**
   * Takes the frame away, for the editor: over it, the renderer would read every node to see which of them fit. Nothing is
   * drawn any more. Returns how far the reader has scrolled, in pixels.
   */
  end(): number;
  /** Returns the nodes of what was drawn, once, if it is the story of this HTML. */
  take(html: string): DocumentFragment | undefined;
}

/**
 * Draws a story without the editor around it: the editor's first drawing takes as long again, and follows when the text is
 * on the screen.
 *
 * @param frame the popup's document as it was loaded (`index.html`).
 */
export function frameStory(frame: Document): FrameStory {
  let drawn: { readonly html: string; readonly nodes: readonly Node[]; readonly story: Element } | undefined;
  let isOver = false;
  const keys: KeyboardEvent[] = [];
  const note = (event: KeyboardEvent): void => void keys.push(event);
  frame.addEventListener('keydown', note);
  return {
    draw({ html, title, language, direction }) {
      const skeleton = frame.querySelector('.skeleton-story');
      const headline = frame.querySelector('.headline');
      if (isOver || !skeleton || !headline) return;
      const nodes = storyNodes(html);
      const story = frame.createElement('div');
      Object.assign(story, { className: 'story', lang: language, dir: direction });
      drawn = { html, nodes: [...nodes.childNodes], story };
      splitOpening(nodes);
      story.append(nodes);
      skeleton.replaceWith(story);
      headline.textContent = title;
      // Laid out while the next frame is waited for, which is then painted at once.
      void story.offsetHeight;
    },
    takeKeys() {
      frame.removeEventListener('keydown', note);
      return keys.splice(0);
    },
    isDrawn: () => drawn !== undefined,
    end() {
      isOver = true;
      const scrolled = frame.querySelector('.scroller')?.scrollTop ?? 0;
      drawn?.story.replaceChildren();
      frame.body.replaceChildren();
      return scrolled;
    },
    take(html) {
      const taken = drawn?.html === html ? drawn.nodes : undefined;
      drawn = undefined;
      if (!taken) return undefined;
      const nodes = frame.createDocumentFragment();
      nodes.append(...taken);
      return nodes;
    },
  };
}

const KEY = 'jianbaoFrameStory';

/** Leaves it for `takeFrameStory`, which is in another script. */
export function leaveFrameStory(story: FrameStory): void {
  setValue(KEY, story);
}

/** What the first script has left, once; one that draws nothing where there is none. */
export function takeFrameStory(): FrameStory {
  return takeValue<FrameStory>(KEY) ?? NO_FRAME;
}

const NO_FRAME: FrameStory = {
  draw() {},
  takeKeys: () => [],
  isDrawn: () => false,
  end: () => 0,
  take: () => undefined,
};
