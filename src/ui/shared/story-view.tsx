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
  const isFirst = useRef(true);
  const [shown, setShown] = useState(false);

  useEffect(() => {
    let current = true;
    let later: number | undefined;
    void import('./render-story.ts').then(({ renderStory }) => {
      const show = (part: string): void => {
        if (!current) return;
        story.current?.replaceChildren(renderStory(part, images));
        setShown(true);
      };
      const first = isFirst.current ? openingOf(markdown) : markdown;
      isFirst.current = false;
      show(first);
      if (first !== markdown) later = requestIdleCallback(() => show(markdown));
    });
    return () => {
      current = false;
      if (later !== undefined) cancelIdleCallback(later);
    };
  }, [markdown, images]);

  return (
    <>
      {!shown && <StorySkeleton />}
      <div ref={story} class="story" lang={language} dir={direction} hidden={!shown} />
    </>
  );
}

/** More than fills a popup; a story so short is drawn at once. */
const OPENING_LENGTH = 4_000;

/** A story's first paragraphs, which are what is seen first: the rest of a long one is drawn when they are on screen. */
function openingOf(markdown: string): string {
  const end = markdown.indexOf('\n\n', OPENING_LENGTH);
  return end < 0 ? markdown : markdown.slice(0, end);
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
