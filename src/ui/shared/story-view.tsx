import { useEffect, useRef, useState } from 'preact/hooks';

interface StoryViewProps {
  readonly markdown: string;
  /** BCP 47 tag of the story; picks the typeface. Empty where unknown. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** `named`: pictures are not fetched. */
  readonly images?: 'shown' | 'named';
}

/** A story as it reads. Its renderer is fetched when the first one is shown; until then, lines hold its place. */
export function StoryView({ markdown, language, direction, images = 'shown' }: StoryViewProps) {
  const story = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState(false);

  useEffect(() => {
    let current = true;
    void import('./render-story.ts').then(({ renderStory }) => {
      if (!current || !story.current) return;
      story.current.replaceChildren(renderStory(markdown, images));
      setShown(true);
    });
    return () => {
      current = false;
    };
  }, [markdown, images]);

  return (
    <>
      {!shown && <StorySkeleton />}
      <div ref={story} class="story" lang={language} dir={direction} hidden={!shown} />
    </>
  );
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
