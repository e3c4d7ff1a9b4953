import { useState } from 'preact/hooks';
import { useTranslator } from '../shared/translation.tsx';
import type { LibraryProps } from './props.ts';

/** What can be done with several clips at once. */
export function SelectionBar({ store, actions, transfer }: LibraryProps) {
  const { t, count } = useTranslator();
  const [tag, setTag] = useState('');
  const ids = [...store.selected.value];
  const isTrash = store.view.value.filter === 'trash';
  return (
    <section class="selection" aria-label={t('selection')}>
      <p>
        <strong>{count('selected', ids.length)}</strong>
        <button type="button" class="link quiet" onClick={store.selectAll}>
          {t('selectAll')}
        </button>
        <button type="button" class="link quiet" onClick={store.selectNone}>
          {t('selectNone')}
        </button>
      </p>
      {isTrash ? (
        <p>
          <button type="button" class="link" onClick={() => actions.bringBack(ids)}>
            {t('restoreClip')}
          </button>
        </p>
      ) : (
        <>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              if (tag.trim() === '') return;
              setTag('');
              void actions.addTag(ids, tag.trim());
            }}
          >
            <input
              class="field"
              value={tag}
              placeholder={t('addTag')}
              aria-label={t('addTag')}
              autocomplete="off"
              onInput={(event) => setTag(event.currentTarget.value)}
            />
          </form>
          <p>
            <button type="button" class="link" onClick={() => transfer.exportPosts(ids)}>
              {t('exportPosts')}
            </button>
            <button type="button" class="link" onClick={() => transfer.exportJson(ids)}>
              {t('exportJson')}
            </button>
            <button type="button" class="link" onClick={() => actions.remove(ids)}>
              {t('delete')}
            </button>
          </p>
        </>
      )}
    </section>
  );
}
