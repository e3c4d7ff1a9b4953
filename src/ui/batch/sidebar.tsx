import { Icon, Mark } from '../shared/icon.tsx';
import { useTranslator } from '../shared/translation.tsx';
import { jobName, outcomesOf } from './job-text.ts';
import type { BatchStore } from './store.ts';

/** The way to a new batch, and to those there are. */
export function Sidebar({ store }: { readonly store: BatchStore }) {
  const { t, day } = useTranslator();
  const { jobs, current } = store.jobs;
  const isNew = current.value === '' && store.feeds.current.value === '';
  return (
    <nav class="batch-nav" aria-label={t('batches')}>
      <p class="brand">
        <Mark />
        {t('extensionShortName')}
      </p>
      <ul class="filter-list">
        <li>
          <button type="button" class="filter" aria-current={isNew ? 'true' : undefined} onClick={() => store.show('')}>
            <span class="filter-name">{t('batchNew')}</span>
          </button>
        </li>
      </ul>
      <FeedList store={store} />
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

function FeedList({ store }: { readonly store: BatchStore }) {
  const { t, number } = useTranslator();
  const { feeds, current } = store.feeds;
  if (feeds.value.length === 0) return null;
  return (
    <>
      <h2>{t('feeds')}</h2>
      <ul class="filter-list feed-list">
        {feeds.value.map(({ url, name, state, failing, stories }) => {
          const fresh = stories.filter((story) => story.state === 'new').length;
          return (
            <li key={url}>
              <button
                type="button"
                class="filter"
                title={`${name}\n${url}`}
                aria-current={current.value === url ? 'true' : undefined}
                onClick={() => void store.showFeed(url)}
              >
                <span class={state === 'paused' ? 'filter-name paused' : 'filter-name'} dir="auto">
                  {name}
                </span>
                <span class="filter-count">
                  {failing && <FailMark />}
                  {fresh > 0 && number(fresh)}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function FailMark() {
  const { t } = useTranslator();
  return (
    <>
      <Icon name="warning" />
      <span class="aside-for-readers">{t('feedFailing')}</span>
    </>
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
