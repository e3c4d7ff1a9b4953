import { useEffect, useRef, useState } from 'preact/hooks';
import type { Highlight } from '../../core/model/highlight.ts';
import { draftOfContent } from '../../library/model/clip.ts';
import type { WholeClip } from '../../library/queries/read-whole-clip.ts';
import { Icon } from '../shared/icon.tsx';
import { type LookControl, openLook } from '../shared/reader/look.ts';
import { ReaderView, type ReadStory } from '../shared/reader/reader-view.tsx';
import { authorsText } from '../shared/text-fields.ts';
import { useTranslator } from '../shared/translation.tsx';
import type { LibraryActions } from './actions.ts';
import { spokenDate } from './spoken-date.ts';
import type { LibraryStore } from './store.ts';

interface ClipReaderProps {
  readonly store: LibraryStore;
  readonly actions: Pick<LibraryActions, 'mark' | 'unmark'>;
  readonly whole: WholeClip;
}

const NO_HIGHLIGHTS: readonly Highlight[] = [];

/** One clip in the reader view, with the ways to the next and the previous one of the list. */
export function ClipReader({ store, actions, whole }: ClipReaderProps) {
  const { t } = useTranslator();
  const { id } = whole.clip;
  const frame = useRef<HTMLDivElement>(null);
  const [control, setControl] = useState<LookControl | undefined>(undefined);
  const [picturesOf, setPicturesOf] = useState('');
  useEffect(() => void openLook().then((opened) => setControl(opened)), []);
  useEffect(() => frame.current?.scrollTo(0, 0), [id]);
  if (!control) return null;
  const story = readStory(whole, picturesOf === id);
  const draft = whole.content && draftOfContent(whole.content);
  const changes = whole.deletedAt === undefined && {
    onPut: (highlight: Highlight) => actions.mark(id, highlight),
    onRemove: (highlight: Highlight) => actions.unmark(id, highlight),
  };
  return (
    <div ref={frame} class="clip-reader-frame">
      <ReaderView
        story={story}
        control={control}
        highlights={draft && (draft.highlights ?? NO_HIGHLIGHTS)}
        {...changes}
        ways={<Ways store={store} />}
        notices={
          draft !== undefined &&
          draft.images.length > 0 &&
          story.images === 'named' && (
            <p class="notice">
              {t('imagesHeldBack')}
              <button type="button" class="link" onClick={() => setPicturesOf(id)}>
                {t('showImages')}
              </button>
            </p>
          )
        }
      />
    </div>
  );
}

function readStory({ clip, content, text }: WholeClip, showsPictures: boolean): ReadStory {
  const markdown = content ? draftOfContent(content).markdown : (text?.text ?? '');
  return {
    id: clip.id,
    title: clip.title,
    authors: authorsText(clip.authors, clip.language),
    date: spokenDate(clip.published),
    siteName: clip.siteName,
    language: clip.language,
    direction: clip.direction,
    story: { markdown },
    images: showsPictures ? 'shown' : 'named',
  };
}

/** Back to the list, and to the clips before and after. */
function Ways({ store }: { readonly store: LibraryStore }) {
  const { t, number } = useTranslator();
  const at = store.at.value;
  const { length } = store.ids.value;
  return (
    <>
      <button
        type="button"
        class="button plain"
        aria-keyshortcuts="Escape"
        onClick={() => void store.go({ mode: 'list' })}
      >
        <Icon name="back" />
        {t('readerLeave')}
      </button>
      {at >= 0 && (
        <>
          <StepButton store={store} step={-1} isPossible={at > 0} />
          <span class="figures">
            {number(at + 1)} / {number(length)}
          </span>
          <StepButton store={store} step={1} isPossible={at < length - 1} />
        </>
      )}
    </>
  );
}

interface StepButtonProps {
  readonly store: LibraryStore;
  readonly step: 1 | -1;
  readonly isPossible: boolean;
}

function StepButton({ store, step, isPossible }: StepButtonProps) {
  const { t } = useTranslator();
  const label = t(step > 0 ? 'key_next' : 'key_previous');
  return (
    <button
      type="button"
      class="button plain square"
      title={label}
      aria-disabled={!isPossible}
      aria-keyshortcuts={step > 0 ? 'j' : 'k'}
      onClick={() => void (isPossible && store.move(step))}
    >
      <Icon name={step > 0 ? 'chevron' : 'up'} />
      <span class="aside-for-readers">{label}</span>
    </button>
  );
}
