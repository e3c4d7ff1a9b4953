import { useLayoutEffect, useRef, useState } from 'preact/hooks';

interface StoryViewProps {
  readonly markdown: string;
  /** BCP 47 tag of the story; picks the typeface. Empty where unknown. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** `named`: pictures are not fetched. */
  readonly images?: 'shown' | 'named';
}

type Renderer = typeof import('./render-story.ts');

let renderer: Renderer | undefined;

/** Fetches and rehearses what shows stories, so that the first one is there as soon as its text is. */
export async function loadRenderer(): Promise<Renderer> {
  if (!renderer) {
    const loaded = await import('./render-story.ts');
    loaded.rehearse();
    renderer = loaded;
  }
  return renderer;
}

/** A story as it reads. Where its renderer is not there yet, lines hold its place. */
export function StoryView({ markdown, language, direction, images = 'shown' }: StoryViewProps) {
  const story = useRef<HTMLDivElement>(null);
  const isFirst = useRef(true);
  const [shown, setShown] = useState(false);

  useLayoutEffect(() => {
    let current = true;
    let later: number | undefined;
    const show = ({ renderStory }: Renderer): void => {
      const draw = (part: string): void => {
        if (!current) return;
        story.current?.replaceChildren(renderStory(part, images));
        setShown(true);
      };
      const first = isFirst.current ? openingOf(markdown) : markdown;
      isFirst.current = false;
      draw(first);
      if (first !== markdown) later = requestIdleCallback(() => draw(markdown));
    };
    if (renderer) show(renderer);
    else void loadRenderer().then(show);
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
const OPENING_LENGTH = 2_000;

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
