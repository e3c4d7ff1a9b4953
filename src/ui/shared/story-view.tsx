import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { storyNodes } from './story-nodes.ts';

/** What a story is rendered from: the page's HTML, or the user's text. */
export type StorySource = { readonly html: string } | { readonly markdown: string };

interface StoryViewProps {
  readonly story: StorySource;
  /** BCP 47 tag of the story; picks the typeface. Empty where unknown. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** `named`: pictures are not fetched. */
  readonly images?: 'shown' | 'named';
}

/**
 * A story as it reads. A page's own HTML is drawn at once; Markdown needs a renderer, whose place lines hold while it
 * loads.
 */
export function StoryView({ story, language, direction, images = 'shown' }: StoryViewProps) {
  const element = useRef<HTMLDivElement>(null);
  const isFirst = useRef(true);
  const [shown, setShown] = useState(false);
  const [kind, text] = 'html' in story ? (['html', story.html] as const) : (['markdown', story.markdown] as const);

  useLayoutEffect(() => {
    let current = true;
    let later: number | undefined;
    const draw = (nodes: DocumentFragment): void => {
      if (!current) return;
      const rest = isFirst.current ? splitOpening(nodes) : undefined;
      isFirst.current = false;
      element.current?.replaceChildren(nodes);
      setShown(true);
      if (rest) later = requestIdleCallback(() => element.current?.append(rest));
    };
    if (kind === 'html') draw(storyNodes(text, images));
    else void import('./render-story.ts').then(({ renderStory }) => draw(renderStory(text, images)));
    return () => {
      current = false;
      if (later !== undefined) cancelIdleCallback(later);
    };
  }, [kind, text, images]);

  return (
    <>
      {!shown && <StorySkeleton />}
      <div ref={element} class="story" lang={language} dir={direction} hidden={!shown} />
    </>
  );
}

/** More characters than fill a popup; a story so short is drawn at once. */
const OPENING_LENGTH = 2_000;

/** Leaves in `nodes` what is seen first of a long story, and returns the rest: it is drawn when that is on the screen. */
function splitOpening(nodes: DocumentFragment): DocumentFragment | undefined {
  let length = 0;
  let last: ChildNode | undefined;
  for (const node of nodes.childNodes) {
    length += node.textContent?.length ?? 0;
    last = node;
    if (length > OPENING_LENGTH) break;
  }
  if (!last?.nextSibling) return undefined;
  const rest = document.createDocumentFragment();
  while (last.nextSibling) rest.append(last.nextSibling);
  return rest;
}

/** Lines in a story's place. */
export function StorySkeleton() {
  return (
    <div class="skeleton-story" aria-hidden="true">
      {['long', 'long', 'short', 'long', 'long', 'long', 'short'].map((length, line) => (
        <span key={line} class={`skeleton ${length}`} />
      ))}
    </div>
  );
}
