import { useLayoutEffect, useRef } from 'preact/hooks';
import { type StorySource, StoryView } from '../shared/story-view.tsx';
import { useTranslator } from '../shared/translation.tsx';
import type { TakeOutControl } from './blocks/take-out-button.ts';
import type { ShownStory } from './model.ts';
import type { PopupStore } from './store.ts';

interface PreviewProps {
  readonly store: PopupStore;
  readonly article: ShownStory;
  readonly story: StorySource;
  /** Whether blocks can be taken out: the story is in the user's hands, and is not a selection. */
  readonly isChoosable: boolean;
}

/** The story as it reads. What takes blocks out of it is loaded when the story is pointed at or the button is reached. */
export function Preview({ store, article, story, isChoosable }: PreviewProps) {
  const translator = useTranslator();
  const frame = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const control = useRef<Promise<TakeOutControl> | undefined>(undefined);
  const withControl = (act: (control: TakeOutControl) => void): void => {
    const parts = frame.current && button.current && { frame: frame.current, button: button.current };
    if (!parts) return;
    control.current ??= import('./blocks/take-out-button.ts').then(({ createTakeOut }) =>
      createTakeOut(store, parts, translator),
    );
    void control.current.then(act);
  };
  // What was marked is somewhere else in a story that was drawn anew. With the drawing: what is marked after it stays.
  useLayoutEffect(() => frame.current?.classList.remove('marking'), [story]);
  return (
    <div
      ref={frame}
      class="preview"
      onPointerOver={isChoosable ? ({ target }) => withControl((loaded) => loaded.pointAt(target)) : undefined}
      onPointerLeave={isChoosable ? () => control.current && withControl((loaded) => loaded.pointAway()) : undefined}
    >
      <StoryView
        story={story}
        language={article.language.value}
        direction={article.direction}
        drawn={store.setting.frame?.take}
      />
      {isChoosable && (
        <button
          ref={button}
          type="button"
          class="button take-out"
          aria-label={translator.t('takeOutBlocks')}
          aria-keyshortcuts="ArrowUp ArrowDown"
          onFocus={() => withControl((loaded) => loaded.enter())}
          onBlur={() => withControl((loaded) => loaded.leave())}
          onClick={() => withControl((loaded) => void loaded.press())}
          onKeyDown={(event) => {
            const isUndo = event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey);
            if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown' && !isUndo) return;
            event.preventDefault();
            withControl((loaded) => loaded.key(event));
          }}
        >
          {translator.t('takeOut')}
        </button>
      )}
    </div>
  );
}
