import { useTranslator } from '../shared/translation.tsx';
import type { LibraryProps } from './props.ts';

/** On a clip whose editor was left with something unsaved in it. */
export function DraftNotice({ store, actions }: LibraryProps) {
  const { t } = useTranslator();
  const draft = store.drafts.current.value;
  if (!draft) return null;
  return (
    <div class="notice">
      <div class="delivery-text">
        {t('draftKept')}
        <p class="delivery-choices">
          <button type="button" class="link" onClick={actions.openEditor}>
            {t('draftContinue')}
          </button>
          <button type="button" class="link" onClick={() => actions.discardDraft(draft)}>
            {t('draftDiscard')}
          </button>
        </p>
      </div>
    </div>
  );
}
