import { Icon, Mark } from '../shared/icon.tsx';
import { useTranslator } from '../shared/translation.tsx';
import { jobName, outcomesOf } from './job-text.ts';
import type { BatchStore } from './store.ts';

/** The way to a new batch, and to those there are. */
export function Sidebar({ store }: { readonly store: BatchStore }) {
  const { t, day } = useTranslator();
  const { jobs, current } = store.jobs;
  return (
    <nav class="batch-nav" aria-label={t('batches')}>
      <p class="brand">
        <Mark />
        {t('extensionShortName')}
      </p>
      <ul class="filter-list">
        <li>
          <button
            type="button"
            class="filter"
            aria-current={current.value === '' ? 'true' : undefined}
            onClick={() => store.show('')}
          >
            <span class="filter-name">{t('batchNew')}</span>
          </button>
        </li>
      </ul>
      {jobs.value.length > 0 && <h2>{t('batches')}</h2>}
      <ul class="filter-list batch-list">
        {jobs.value.map(({ job, counts }) => {
          const { done, total } = outcomesOf(counts);
          return (
            <li key={job.id}>
              <button
                type="button"
                class="filter"
                title={day(job.createdAt)}
                aria-current={current.value === job.id ? 'true' : undefined}
                onClick={() => store.show(job.id)}
              >
                <span class="filter-name" dir="auto">
                  {jobName(job, t)}
                </span>
                <span class="filter-count">{done === total ? <DoneMark /> : `${done} / ${total}`}</span>
              </button>
            </li>
          );
        })}
      </ul>
      <p class="filter-foot">
        <button type="button" class="link quiet" onClick={() => store.ports.openLibrary()}>
          {t('library')}
        </button>
        <button type="button" class="link quiet" onClick={store.ports.openOptions}>
          {t('settings')}
        </button>
      </p>
    </nav>
  );
}

function DoneMark() {
  const { t } = useTranslator();
  return (
    <>
      <Icon name="check" />
      <span class="aside-for-readers">{t('batchDone')}</span>
    </>
  );
}
