import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { Highlight } from '../../../core/model/highlight.ts';
import type { StoryHighlightsProps } from '../highlights/story-highlights.tsx';
import { Later } from '../later.tsx';
import { type StorySource, StoryView } from '../story-view.tsx';
import type { LookControl } from './look.ts';
import { LookMenu } from './look-menu.tsx';
import { Outline } from './outline.tsx';
import './reader.css';

/** A story to read, wherever it is from. */
export interface ReadStory {
  /** Tells it from other stories: what is marked in one is not listed in the next. */
  readonly id: string;
  readonly title: string;
  /** Names as one line; empty where unknown. */
  readonly authors: string;
  /** As people read it; empty where unknown. */
  readonly date: string;
  readonly siteName: string;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly story: StorySource;
  readonly images: 'shown' | 'named';
}

interface ReaderViewProps extends Pick<StoryHighlightsProps, 'onPut' | 'onRemove'> {
  readonly story: ReadStory;
  readonly control: LookControl;
  /** What is marked in the story. Absent: nothing is known of it, and nothing can be marked. */
  readonly highlights?: readonly Highlight[] | undefined;
  /** The ways to other stories and back, at the start of the bar. */
  readonly ways?: ComponentChildren;
  /** What is said of the story, above it. */
  readonly notices?: ComponentChildren;
}

const loadHighlights = async () => (await import('../highlights/story-highlights.tsx')).StoryHighlights;

/** A story and nothing else, in the look that the reader chose. The same for the page of a tab and for a clip. */
export function ReaderView({ story, control, highlights, onPut, onRemove, ways, notices }: ReaderViewProps) {
  const frame = useRef<HTMLDivElement>(null);
  const { typeface, size, width, scheme } = control.look.value;
  const { id, title, authors, date, siteName, language, direction } = story;
  return (
    <div class="reader" data-typeface={typeface} data-size={size} data-width={width} data-scheme={scheme}>
      <div class="reader-bar">
        <div class="reader-ways">{ways}</div>
        <LookMenu control={control} />
      </div>
      <div class="reader-columns">
        <Outline frame={frame} />
        <article class="reader-sheet">
          <p class="reader-site">{siteName}</p>
          <h1 class="headline" lang={language} dir={direction}>
            {title}
          </h1>
          <p class="reader-facts">
            {authors !== '' && (
              <span lang={language} dir="auto">
                {authors}
              </span>
            )}
            {date !== '' && <span class="figures">{date}</span>}
          </p>
          {notices}
          <div ref={frame}>
            <StoryView story={story.story} language={language} direction={direction} images={story.images} />
          </div>
          {highlights && (
            <Later key={id} load={loadHighlights} props={{ container: frame, highlights, onPut, onRemove }} />
          )}
        </article>
      </div>
    </div>
  );
}
