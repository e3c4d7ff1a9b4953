import { Later } from '../shared/later.tsx';
import { useTranslator } from '../shared/translation.tsx';
import { Body } from './body.tsx';
import { Foot } from './foot.tsx';
import { Head, HeadSkeleton, TopBar } from './head.tsx';
import type { PopupStore } from './store.ts';

/** Few pages are refused. */
const loadRefusal = async () => (await import('./refusal.tsx')).Refusal;

/**
 * The editor of a clip, in the popup and at the side of the window. Three bands: what the story is, how it reads, where it
 * goes. The first two scroll; the foot stays.
 */
export function ClipEditor({ store }: { readonly store: PopupStore }) {
  const { t } = useTranslator();
  const state = store.state.value;
  return (
    <>
      <main class="scroller" aria-busy={state.phase === 'reading'}>
        <h1 class="aside-for-readers">{t('popupHeading')}</h1>
        <TopBar store={store} />
        {state.phase === 'reading' && <HeadSkeleton page={state.page} story={state.story} />}
        {state.phase === 'refused' && (
          <Later
            load={loadRefusal}
            props={{
              page: state.page,
              failure: state.failure,
              onRetry: store.retry,
              onClose: store.isAtSide ? undefined : store.close,
              onPick: () => void store.blockPorts().then(({ pick }) => pick('story')),
            }}
          />
        )}
        {state.phase === 'editing' && <Head store={store} state={state} />}
        {state.phase !== 'refused' && <Body store={store} state={state} />}
      </main>
      {state.phase !== 'refused' && <Foot store={store} />}
      <p class="aside-for-readers" role="status">
        {state.phase === 'reading' ? t('reading') : store.announcement.value}
      </p>
    </>
  );
}
