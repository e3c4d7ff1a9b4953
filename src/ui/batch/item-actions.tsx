import type { JobItem } from '../../library/model/job.ts';
import { sourceText } from '../shared/text-fields.ts';
import { useTranslator } from '../shared/translation.tsx';
import { itemText } from './job-text.ts';
import type { BatchStore } from './store.ts';

/** What can be done with the page that is chosen in the list, or with all that are to be looked at. */
export function ItemActions({ store }: { readonly store: BatchStore }) {
  const { t } = useTranslator();
  const item = store.jobs.chosen.value;
  return (
    <section class="item-actions" aria-label={t('batchPage')}>
      {item ? <ChosenItem store={store} item={item} /> : <p class="note">{t('batchChooseItem')}</p>}
    </section>
  );
}

function ChosenItem({ store, item }: { readonly store: BatchStore; readonly item: JobItem }) {
  const { t } = useTranslator();
  const { state, why } = itemText(item, t);
  return (
    <>
      <div class="item-facts">
        <p>
          <strong>{state}</strong> {why}
          {item.failure && item.failure.detail !== '' && <span class="detail"> {item.failure.detail}</span>}
        </p>
        <p class="row-address" title={item.url}>
          {sourceText(item.url)}
        </p>
      </div>
      <div class="item-buttons">
        {item.clipId !== undefined && (
          <button type="button" class="button" onClick={() => store.ports.openLibrary(item.clipId)}>
            {t('openInLibrary')}
          </button>
        )}
        <button type="button" class="button" onClick={() => store.ports.openAddress(item.url)}>
          {t('openPage')}
        </button>
        <StateButtons store={store} item={item} />
      </div>
    </>
  );
}

/** What only an item in this state can have done to it. */
function StateButtons({ store, item }: { readonly store: BatchStore; readonly item: JobItem }) {
  const { t } = useTranslator();
  const { jobs, attempt } = store;
  const button = (label: string, work: () => Promise<void>) => (
    <button key={label} type="button" class="button" onClick={() => attempt(work)}>
      {label}
    </button>
  );
  const ids = [item.id];
  switch (item.state) {
    case 'uncertain':
      return button(t('looksRight'), () => jobs.accept(item.jobId, ids));
    case 'known':
      return button(t('clipAgain'), () => jobs.retry(item.jobId, { ids }));
    case 'refused':
    case 'cancelled':
      return button(t('retry'), () => jobs.retry(item.jobId, { ids }));
    case 'waiting':
      return (
        <>
          {button(t('moveFirst'), () => jobs.move(item.id, 'first'))}
          {button(t('moveLast'), () => jobs.move(item.id, 'last'))}
        </>
      );
    case 'running':
    case 'saved':
      return null;
  }
}
