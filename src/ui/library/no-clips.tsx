import { Icon } from '../shared/icon.tsx';
import { useTranslator } from '../shared/translation.tsx';
import type { LibraryStore } from './store.ts';
import { START } from './view.ts';

/** In the place of an empty list: why it is, and what to do about it. */
export function NoClips({ store }: { readonly store: LibraryStore }) {
  const { t } = useTranslator();
  const view = store.view.value;
  if (view.filter === 'trash' && view.q === '') {
    return (
      <div class="nothing">
        <p class="nothing-head">{t('trashEmpty')}</p>
      </div>
    );
  }
  if (store.libraryData.value.clips.size === 0) {
    return (
      <div class="nothing">
        <p class="nothing-head">{t('libraryEmpty')}</p>
        <p>{t('libraryEmptyHint')}</p>
        <button type="button" class="button" onClick={store.ports.openOptions}>
          <Icon name="folder" />
          {t('connectFolder')}
        </button>
      </div>
    );
  }
  const { q } = view;
  return (
    <div class="nothing">
      <p class="nothing-head">{q === '' ? t('nothingHere') : t('nothingFound', q)}</p>
      <button type="button" class="button" onClick={() => store.go({ ...START, clip: view.clip })}>
        {t('showAll')}
      </button>
    </div>
  );
}
