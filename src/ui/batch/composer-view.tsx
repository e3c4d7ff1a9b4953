import type { JobSource } from '../../library/model/job.ts';
import { Segments } from '../shared/segments.tsx';
import { TagField } from '../shared/tag-field.tsx';
import { readTag } from '../shared/text-fields.ts';
import { useTranslator } from '../shared/translation.tsx';
import { FeedHead } from './feed-head.tsx';
import { Preview } from './preview.tsx';
import { SourceField } from './source-field.tsx';
import type { BatchStore } from './store.ts';
import { WayChoice } from './way-choice.tsx';

const SOURCES: readonly JobSource[] = ['list', 'tabs', 'links', 'feed', 'bookmarks', 'file'];

/** A new batch: where its addresses come from, which of them, how they are read, what becomes of them. */
export function ComposerView({ store }: { readonly store: BatchStore }) {
  const { t, count } = useTranslator();
  const { composer } = store;
  const pages = composer.picked.value.length;
  const feed = store.feeds.feed.value;
  const hasPages = composer.candidates.value.length > 0;
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        void store.start();
      }}
    >
      <div class="composer-body">
        {feed ? <FeedHead store={store} feed={feed} /> : <NewBatch store={store} />}
        {feed && !hasPages && <p class="note">{t('feedNothing')}</p>}
        {hasPages && <Preview composer={composer} />}
        {(hasPages || feed) && (
          <>
            <WayChoice composer={composer} />
            <Destination store={store} />
          </>
        )}
      </div>
      <footer class="composer-foot">
        <p class={composer.isRefused.value ? 'refused' : 'note'} role="status">
          {t(composer.isRefused.value ? 'batchNotAllowed' : 'batchKeepOpen')}
        </p>
        <button type="submit" class="button primary" aria-disabled={pages === 0}>
          {pages === 0 ? t('batchStartNone') : count('batchStart', pages)}
        </button>
      </footer>
    </form>
  );
}

/** Where the addresses of a new batch come from. */
function NewBatch({ store }: { readonly store: BatchStore }) {
  const { t } = useTranslator();
  const { composer } = store;
  return (
    <>
      <h2 class="headline">{t('batch')}</h2>
      <Segments
        label={t('batchSource')}
        name="source"
        value={composer.source.value}
        options={SOURCES.map((value) => ({ value, label: t(`source_${value}`) }))}
        onChange={(source) => void composer.choose(source)}
      />
      <SourceField store={store} />
    </>
  );
}

/** What the clips of a batch have in common. */
function Destination({ store: { composer, ports } }: { readonly store: BatchStore }) {
  const { t } = useTranslator();
  const { tags, presetId, targetId } = composer;
  return (
    <div class="destination">
      <div class="labelled">
        <label for="batch-tags">{t('batchTags')}</label>
        <TagField
          id="batch-tags"
          tags={tags.value}
          suggestions={[]}
          onAdd={(typed) => {
            const tag = readTag(typed);
            if (tag !== '' && !tags.value.includes(tag)) tags.value = [...tags.value, tag];
          }}
          onRemove={(tag) => {
            tags.value = tags.value.filter((each) => each !== tag);
          }}
        />
      </div>
      <label class="labelled">
        {t('preset')}
        <select
          class="field"
          value={presetId.value}
          onChange={(event) => {
            presetId.value = event.currentTarget.value;
          }}
        >
          {ports.presets.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <label class="labelled">
        {t('placeHeading')}
        <select
          class="field"
          value={targetId.value}
          onChange={(event) => {
            targetId.value = event.currentTarget.value;
          }}
        >
          {ports.targets.map(({ id, label }) => (
            <option key={id} value={id}>
              {label === '' ? t('placeDownloads') : label}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
