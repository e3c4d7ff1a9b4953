import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { splitOpening } from './split-opening.ts';
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
  /** Returns the nodes of a page's HTML where they are drawn already. The same function at every drawing. */
  readonly drawn?: ((html: string) => DocumentFragment | undefined) | undefined;
}

/**
 * A story as it reads. A page's own HTML is drawn at once; Markdown needs a renderer, whose place lines hold while it
 * loads.
 */
export function StoryView({ story, language, direction, images = 'shown', drawn }: StoryViewProps) {
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
    if (kind === 'html') draw(drawn?.(text) ?? storyNodes(text, images));
    else void import('./render-story.ts').then(({ renderStory }) => draw(renderStory(text, images)));
    return () => {
      current = false;
      if (later !== undefined) cancelIdleCallback(later);
    };
  }, [kind, text, images, drawn]);

  return (
    <>
      {!shown && <StorySkeleton />}
      <div ref={element} class="story" lang={language} dir={direction} hidden={!shown} />
    </>
  );
}

/** Lines in a story's place. */
export function StorySkeleton() {
  return <div class="skeleton-story" aria-hidden="true" />;
}
