import { splitOpening } from '../shared/split-opening.ts';
import { storyNodes } from '../shared/story-nodes.ts';
import { bodyWarnings } from './body-warnings.ts';
import type { ShownStory } from './model.ts';

/** The story in the frame that the popup's document is loaded with, before the editor is drawn over it. */
export interface FrameStory {
  /** Draws the page's story; one with a notice above it is left to the editor. */
  draw(story: ShownStory): void;
  /** Whether a story is on the screen, or will be in the next frame. */
  isDrawn(): boolean;
  /** Nothing is drawn any more: the editor is drawn over the frame. */
  end(): void;
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
  return {
    draw({ html, title, language, direction, warnings }) {
      const skeleton = frame.querySelector('.skeleton-story');
      const headline = frame.querySelector('.headline');
      if (isOver || !skeleton || !headline || bodyWarnings(warnings).length > 0) return;
      const nodes = storyNodes(html);
      const story = frame.createElement('div');
      Object.assign(story, { className: 'story', lang: language.value, dir: direction });
      drawn = { html, nodes: [...nodes.childNodes], story };
      splitOpening(nodes);
      story.append(nodes);
      skeleton.replaceWith(story);
      headline.textContent = title.value;
    },
    isDrawn: () => drawn !== undefined,
    end() {
      isOver = true;
      drawn?.story.replaceChildren();
      drawn?.story.remove();
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
