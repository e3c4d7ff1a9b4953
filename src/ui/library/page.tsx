import { useLayoutEffect, useRef } from 'preact/hooks';
import { FailureText } from '../shared/failure-text.tsx';
import { Icon } from '../shared/icon.tsx';
import { Later } from '../shared/later.tsx';
import { useTranslator } from '../shared/translation.tsx';
import { ClipList } from './clip-list.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { ListHead } from './list-head.tsx';
import { NoClips } from './no-clips.tsx';
import { NoticeBar } from './notice-bar.tsx';
import type { LibraryProps } from './props.ts';
import { QuestionDialog } from './question-dialog.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { Sidebar } from './sidebar.tsx';
import { StoryPane } from './story-pane.tsx';

/** One clip alone: loaded when it is asked for. */
const loadReader = async () => (await import('./clip-reader.tsx')).ClipReader;

/** Sidebar, list, story: three columns where there is room, one after the other where there is not. */
export function LibraryPage(props: LibraryProps) {
  const { store, actions } = props;
  const { t } = useTranslator();
  const phase = store.phase.value;
  const whole = store.reading.value;
  const isReading = whole !== undefined && store.view.value.mode === 'read';
  const wasReading = useRef(isReading);
  useLayoutEffect(() => {
    if (wasReading.current && !isReading) document.querySelector<HTMLElement>('#clips')?.focus({ preventScroll: true });
    wasReading.current = isReading;
  }, [isReading]);
  if (typeof phase === 'object') {
    return (
      <main class="library-failed">
        <p class="notice failed" role="alert">
          <Icon name="warning" />
          <span>
            <FailureText failure={phase} />
          </span>
        </p>
        {phase.code === 'library-newer' && (
          <button type="button" class="button" onClick={props.transfer.backUpAsItLies}>
            {t('backUp')}
          </button>
        )}
        <NoticeBar store={store} actions={actions} />
      </main>
    );
  }
  if (isReading) {
    return (
      <main class="clip-reader">
        <Later load={loadReader} props={{ store, actions, whole }} />
        <NoticeBar store={store} actions={actions} />
        <QuestionDialog store={store} />
        <KeysDialog />
      </main>
    );
  }
  return (
    <div class={store.view.value.clip === '' ? 'library' : 'library reading'}>
      <Sidebar {...props} />
      <main class="desk">
        <h1 class="aside-for-readers">{t('library')}</h1>
        <section class="list-column" aria-label={t('clips')}>
          <ListHead {...props} />
          {store.result.value.clips.length === 0 && store.phase.value === 'ready' ? (
            <NoClips store={store} />
          ) : (
            <ClipList store={store} />
          )}
          {store.selected.value.size > 0 && <SelectionBar {...props} />}
        </section>
        <StoryPane {...props} />
      </main>
      <NoticeBar store={store} actions={actions} />
      <QuestionDialog store={store} />
      <KeysDialog />
    </div>
  );
}
