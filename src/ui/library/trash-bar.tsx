import { TRASH_MS } from '../../library/model/trashed-clip.ts';
import type { WholeClip } from '../../library/queries/read-whole-clip.ts';
import { useTranslator } from '../shared/translation.tsx';
import type { LibraryProps } from './props.ts';

/** Above the list of what was deleted: for how long it is kept, and the way to empty it. */
export function TrashHead({ store, actions }: LibraryProps) {
  const { t } = useTranslator();
  return (
    <p class="trash-head">
      <span>{t('trashHint')}</span>
      {store.libraryData.value.trash.size > 0 && (
        <button type="button" class="link" onClick={actions.empty}>
          {t('emptyTrash')}
        </button>
      )}
    </p>
  );
}

/** On a deleted clip that is read: since when it is there, until when, and the way back. */
export function DeletedNotice({ actions, whole }: LibraryProps & { readonly whole: WholeClip }) {
  const { t, day } = useTranslator();
  const { clip, deletedAt = 0 } = whole;
  return (
    <div class="notice">
      <div class="delivery-text">
        {t('deletedOn', day(deletedAt), day(deletedAt + TRASH_MS))}
        <p class="delivery-choices">
          <button type="button" class="link" onClick={() => actions.bringBack([clip.id])}>
            {t('restoreClip')}
          </button>
        </p>
      </div>
    </div>
  );
}
