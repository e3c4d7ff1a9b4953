import type { JobItem } from '../../library/model/job.ts';
import type { CountedJob } from '../../library/queries/jobs.ts';
import { Icon } from '../shared/icon.tsx';
import { RowList } from '../shared/row-list.tsx';
import { sourceText } from '../shared/text-fields.ts';
import { useTranslator } from '../shared/translation.tsx';
import { ItemActions } from './item-actions.tsx';
import { itemText, jobName, outcomesOf } from './job-text.ts';
import { countOf, ITEM_FILTERS } from './jobs.ts';
import type { BatchStore } from './store.ts';

/** Height of a row in CSS pixels; batch.css says the same. */
const ROW = 52;

/** A batch: how far it has come, what came of each page. */
export function JobView({ store }: { readonly store: BatchStore }) {
  const { t } = useTranslator();
  const counted = store.jobs.job.value;
  if (!counted) return store.jobs.isLoaded.value ? <p class="nothing">{t('batchGone')}</p> : null;
  const { listed, at } = store.jobs;
  return (
    <section class="job" aria-labelledby="job-name">
      <JobHead store={store} counted={counted} />
      <Filters store={store} counted={counted} />
      <RowList
        id="items"
        label={t('batchPages')}
        rows={listed.value}
        rowHeight={ROW}
        at={at.value}
        keyOf={({ id }) => id}
        isChosen={(_, place) => place === at.value}
        isMultiple={false}
        rowClass={({ state }) => `item ${state}`}
        draw={(item) => <ItemRow item={item} />}
        onMove={(place) => {
          at.value = place;
        }}
        onToggle={() => {}}
        onKey={(event) => {
          const item = store.jobs.chosen.value;
          if (event.key !== 'Enter' || !item) return false;
          if (item.clipId === undefined) store.ports.openAddress(item.url);
          else store.ports.openLibrary(item.clipId);
          return true;
        }}
      />
      <ItemActions store={store} />
    </section>
  );
}

interface JobProps {
  readonly store: BatchStore;
  readonly counted: CountedJob;
}

function JobHead({ store, counted: { job, counts } }: JobProps) {
  const { t, day, number } = useTranslator();
  const { done, total } = outcomesOf(counts);
  const facts = [day(job.createdAt), t(`way_${job.way}`), ...job.tags.map((tag) => `#${tag}`)];
  return (
    <header class="job-head">
      <h2 id="job-name" class="headline" dir="auto">
        {jobName(job, t)}
      </h2>
      <p class="note">{facts.join(' · ')}</p>
      <div class="job-progress">
        <progress max={total} value={done} aria-label={t('batchProgress')} />
        <span class="figures">{`${number(done)} / ${number(total)}`}</span>
        <JobButtons store={store} counted={{ job, counts }} />
      </div>
      <p class="note" role="status">
        <StateNote store={store} counted={{ job, counts }} />
      </p>
    </header>
  );
}

function StateNote({ store, counted: { job, counts } }: JobProps) {
  const { t } = useTranslator();
  const { done, total } = outcomesOf(counts);
  if (done === total) return t('batchOver');
  if (job.state === 'paused') return t('batchPaused');
  if (job.state === 'not-allowed') return t('batchLapsed');
  return <RunnerNote store={store} />;
}

/** Who does the work, and what becomes of it when this page is closed. */
function RunnerNote({ store }: { readonly store: BatchStore }) {
  const { t } = useTranslator();
  const runner = store.runner.value;
  if (typeof runner === 'object') return t('batchStopped');
  return t(runner === 'here' ? 'batchKeepOpen' : 'batchElsewhere');
}

function JobButtons({ store, counted: { job, counts } }: JobProps) {
  const { t } = useTranslator();
  const { jobs, attempt } = store;
  const { done, total } = outcomesOf(counts);
  const failed = counts.refused + counts.cancelled;
  const button = (label: string, work: () => Promise<void>) => (
    <button key={label} type="button" class="button" onClick={() => attempt(work)}>
      {label}
    </button>
  );
  return (
    <span class="job-buttons">
      {done < total && job.state === 'running' && button(t('pause'), () => jobs.pause(job.id))}
      {done < total &&
        (job.state === 'paused' || job.state === 'not-allowed') &&
        button(t('resume'), () => jobs.resume(job.id))}
      {done < total && job.state !== 'cancelled' && button(t('batchCancel'), () => jobs.cancel(job.id))}
      {failed > 0 && button(t('batchRetry'), () => jobs.retry(job.id))}
      {failed > 0 && job.way === 'fetched' && button(t('batchRetryTabs'), () => jobs.retry(job.id, { way: 'tabs' }))}
      {done === total &&
        button(t('batchRemove'), async () => {
          await jobs.remove(job.id);
          await jobs.open('');
        })}
    </span>
  );
}

function Filters({ store: { jobs }, counted: { counts } }: JobProps) {
  const { t, number } = useTranslator();
  return (
    <fieldset class="item-filters" aria-label={t('batchPages')}>
      {ITEM_FILTERS.map((filter) => {
        const label = t(`items_${filter}`);
        return (
          <label key={filter} class={`item-filter ${filter}`}>
            <input
              type="radio"
              name="items"
              checked={jobs.filter.value === filter}
              onChange={() => jobs.show(filter)}
            />
            <span>
              {label} <b class="figures">{number(countOf(counts, filter))}</b>
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}

const ICONS = {
  waiting: 'clock',
  running: 'clock',
  saved: 'check',
  known: 'library',
  uncertain: 'info',
  refused: 'warning',
  cancelled: 'close',
} as const;

function ItemRow({ item }: { readonly item: JobItem }) {
  const { t } = useTranslator();
  const { state, why } = itemText(item, t);
  return (
    <>
      <Icon name={ICONS[item.state]} />
      <span class="row-text">
        <span class="row-title" dir="auto">
          {item.title === '' ? sourceText(item.url) : item.title}
        </span>
        <span class="row-address" title={item.url}>
          {why === '' || item.state === 'saved' ? sourceText(item.url) : why}
        </span>
      </span>
      <span class="row-note">{state}</span>
    </>
  );
}
