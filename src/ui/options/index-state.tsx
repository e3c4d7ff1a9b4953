import { Icon } from '../shared/icon.tsx';
import { leftoversText } from '../shared/leftovers-text.ts';
import { useTranslator } from '../shared/translation.tsx';
import type { Indexing } from './state.ts';

/** How far the reading of a place's posts is, or what it found. */
export function IndexState({ indexing }: { readonly indexing: Indexing }) {
  const translator = useTranslator();
  const { t, count } = translator;
  const { progress, report, cancel } = indexing;
  if (report) {
    return (
      <p class="notice" role="status">
        <Icon name="check" />
        <span>
          {count('folderFound', report.posts)} {count('clipsAdded', report.adopted)}
          {report.unreadable.length > 0 && ` ${count('folderUnreadable', report.unreadable.length)}`}{' '}
          {leftoversText(translator, report.leftovers)}
        </span>
      </p>
    );
  }
  return (
    <div class="notice" role="status">
      <Icon name="clock" />
      <progress value={progress?.done} max={progress?.total ?? 1} aria-label={t('readingFolder')} />
      <span class="figures">{progress ? `${progress.done} / ${progress.total}` : t('readingFolder')}</span>
      <button type="button" class="link" onClick={cancel}>
        {t('cancel')}
      </button>
    </div>
  );
}
