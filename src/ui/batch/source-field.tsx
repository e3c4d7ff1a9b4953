import { Icon } from '../shared/icon.tsx';
import { useTranslator } from '../shared/translation.tsx';
import { failureText } from './job-text.ts';
import type { SourceNotice } from './sources.ts';
import type { BatchStore } from './store.ts';

interface Props {
  readonly store: BatchStore;
}

/** What a source asks for before it can name addresses. */
export function SourceField({ store }: Props) {
  const { source, notice } = store.composer;
  return (
    <div class="source">
      {source.value === 'list' && <ListField store={store} />}
      {source.value === 'tabs' && <TabsField store={store} />}
      {(source.value === 'links' || source.value === 'feed') && <AddressField store={store} />}
      {source.value === 'bookmarks' && <BookmarksField store={store} />}
      {source.value === 'file' && <FileField store={store} />}
      {notice.value && <Notice store={store} notice={notice.value} />}
    </div>
  );
}

function ListField({ store: { composer } }: Props) {
  const { t } = useTranslator();
  return (
    <label class="labelled">
      {t('batchList')}
      <textarea
        id="batch-list"
        class="field"
        rows={6}
        value={composer.listText.value}
        placeholder={'https://…\nhttps://…'}
        spellcheck={false}
        onInput={(event) => void composer.typeList(event.currentTarget.value)}
      />
    </label>
  );
}

function TabsField({ store }: Props) {
  const { t } = useTranslator();
  return (
    <p class="note">
      {t('batchTabs')}{' '}
      {store.composer.candidates.value.length > 0 && (
        <button type="button" class="link" onClick={() => void store.composer.choose('tabs')}>
          {t('readAgain')}
        </button>
      )}
    </p>
  );
}

function AddressField({ store }: Props) {
  const { t } = useTranslator();
  const { composer } = store;
  const isFeed = composer.source.value === 'feed';
  return (
    <>
      <label class="labelled" for="batch-address">
        {t(isFeed ? 'batchFeedAddress' : 'batchPageAddress')}
      </label>
      <div class="address-line">
        <input
          id="batch-address"
          class="field"
          type="url"
          inputmode="url"
          value={composer.address.value}
          placeholder="https://…"
          autocomplete="off"
          spellcheck={false}
          onInput={(event) => {
            composer.address.value = event.currentTarget.value;
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            void composer.readAddress();
          }}
        />
        <button type="button" class="button" onClick={() => void composer.readAddress()}>
          {t('batchRead')}
        </button>
      </div>
      {!isFeed && <p class="note">{t('batchLinksHint')}</p>}
      {!isFeed && composer.tabId.value !== undefined && (
        <p>
          <button type="button" class="button" onClick={() => void composer.pickOnPage()}>
            {t('pickLinks')}
          </button>
        </p>
      )}
      <FollowField store={store} />
      {composer.feeds.value.length > 0 && (
        <div class="found-feeds">
          <p class="note">{t('batchFeedsFound')}</p>
          {composer.feeds.value.map(({ url, title }) => (
            <button
              key={url}
              type="button"
              class="chip"
              title={url}
              onClick={() => {
                composer.address.value = url;
                void composer.readAddress();
              }}
            >
              <span class="chip-text">{title === '' ? url : title}</span>
            </button>
          ))}
        </div>
      )}
    </>
  );
}

/** Offers to follow the feed that was read. */
function FollowField({ store }: Props) {
  const { t } = useTranslator();
  const read = store.composer.readFeed.value;
  if (!read) return null;
  const isFollowed = store.feeds.feeds.value.some(({ url }) => url === read.asked);
  return (
    <p class="notice follow">
      <Icon name="clock" />
      <span>
        {t(isFollowed ? 'feedFollowed' : 'feedFollowHint')}{' '}
        <button
          type="button"
          class="link"
          onClick={() => void (isFollowed ? store.showFeed(read.asked) : store.follow())}
        >
          {t(isFollowed ? 'feedShow' : 'feedFollow')}
        </button>
      </span>
    </p>
  );
}

function BookmarksField({ store: { composer } }: Props) {
  const { t } = useTranslator();
  const folders = composer.folders.value;
  if (!folders) return null;
  return (
    <label class="labelled">
      {t('batchFolder')}
      <select
        id="batch-folder"
        class="field"
        value=""
        onChange={(event) => {
          const folder = folders.find(({ id }) => id === event.currentTarget.value);
          if (folder) void composer.readFolder(folder.id, folder.path.split(' / ').at(-1) ?? '');
        }}
      >
        <option value="">{t('batchChooseFolder')}</option>
        {folders.map(({ id, path, count }) => (
          <option key={id} value={id}>{`${path} (${count})`}</option>
        ))}
      </select>
    </label>
  );
}

function FileField({ store: { composer } }: Props) {
  const { t } = useTranslator();
  return (
    <label class="labelled">
      {t('batchFile')}
      <input
        id="batch-file"
        class="field"
        type="file"
        accept=".txt,.csv,.tsv,.md,.html,.htm,.json,.opml,.xml,text/*"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file) void composer.readFile(file);
        }}
      />
    </label>
  );
}

function Notice({ store, notice }: Props & { readonly notice: SourceNotice }) {
  const { t } = useTranslator();
  const { composer } = store;
  if (notice.kind === 'not-allowed') {
    const name = composer.source.value === 'tabs' ? 'tabs' : 'bookmarks';
    return (
      <p class="notice">
        <Icon name="info" />
        <span>
          {t(`batchAllow_${name}`)}{' '}
          <button type="button" class="link" onClick={() => void composer.allow()}>
            {t('allow')}
          </button>
        </span>
      </p>
    );
  }
  if (notice.kind === 'reading') return <p class="note">{t('batchReading')}</p>;
  if (notice.kind === 'sitemap-index') return <p class="note">{t('batchSitemapIndex')}</p>;
  if (notice.kind === 'nothing') return <p class="note">{t('batchNothing')}</p>;
  const { failure } = notice;
  return (
    <p class="notice failed" role="alert">
      <Icon name="warning" />
      <span>
        {failureText(failure, t)} <span class="detail">{failure.detail}</span>
      </span>
    </p>
  );
}
