import type { FollowedFeed } from '../../library/model/followed-feed.ts';
import { hasFailedLong } from '../../library/model/followed-feed.ts';
import { Icon } from '../shared/icon.tsx';
import { Segments } from '../shared/segments.tsx';
import { useTranslator } from '../shared/translation.tsx';
import { failureText } from './job-text.ts';
import type { BatchStore } from './store.ts';

interface Props {
  readonly store: BatchStore;
  readonly feed: FollowedFeed;
}

/** A followed feed: when it was read, what went wrong, what becomes of its new stories. */
export function FeedHead({ store, feed }: Props) {
  const { t, language } = useTranslator();
  const { feeds, attempt } = store;
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(feed.checkedAt);
  return (
    <header class="feed-head">
      <h2 class="headline" dir="auto">
        {feed.name}
      </h2>
      <p class="note row-address" title={feed.url}>
        {feed.url}
      </p>
      <p class="note" role="status">
        {feed.state === 'paused' ? t('feedPaused') : t('feedChecked', time)}
      </p>
      <FeedFailure store={store} feed={feed} />
      <Segments
        label={t('feedStories')}
        name="feed-stories"
        value={feed.clipsAtOnce ? 'once' : 'list'}
        options={(['list', 'once'] as const).map((value) => ({ value, label: t(`feed_${value}`) }))}
        onChange={(value) =>
          void attempt(() => (value === 'once' ? feeds.clipAtOnce(feed) : feeds.set(feed.url, { clipsAtOnce: false })))
        }
      />
      <p class="note">{t(feed.clipsAtOnce ? 'feed_once_hint' : 'feed_list_hint')}</p>
      <FeedButtons store={store} feed={feed} />
    </header>
  );
}

function FeedFailure({ store, feed }: Props) {
  const { t, day } = useTranslator();
  if (!feed.failing) return null;
  const { since, failure } = feed.failing;
  const isLong = hasFailedLong(feed, store.ports.now());
  return (
    <p class="notice failed">
      <Icon name="warning" />
      <span>
        {t(isLong ? 'feedFailsLong' : 'feedFails', day(since))} {failureText(failure, t)}{' '}
        <span class="detail">{failure.detail}</span>
      </span>
    </p>
  );
}

function FeedButtons({ store, feed }: Props) {
  const { t } = useTranslator();
  const { feeds, attempt } = store;
  const { url, state, stories } = feed;
  const button = (label: string, work: () => Promise<void>) => (
    <button key={label} type="button" class="button" onClick={() => attempt(work)}>
      {label}
    </button>
  );
  return (
    <p class="job-buttons">
      {button(t('feedCheck'), () => feeds.check(url))}
      {state === 'active'
        ? button(t('pause'), () => feeds.set(url, { state: 'paused' }))
        : button(t('resume'), () => feeds.set(url, { state: 'active' }))}
      {stories.some((story) => story.state === 'new') && button(t('feedDismiss'), () => feeds.dismiss(url))}
      {button(t('feedRemove'), async () => {
        await feeds.remove(url);
        await store.show('');
      })}
    </p>
  );
}
