import { FailureText } from '../shared/failure-text.tsx';
import { Icon } from '../shared/icon.tsx';
import { useTranslator } from '../shared/translation.tsx';
import { ComposerView } from './composer-view.tsx';
import { JobView } from './job-view.tsx';
import { Sidebar } from './sidebar.tsx';
import type { BatchStore } from './store.ts';

/** The batches on one side, the new one or the one that is looked at on the other. */
export function BatchPage({ store }: { readonly store: BatchStore }) {
  const { t } = useTranslator();
  const failure = store.failure.value;
  return (
    <div class="batch">
      <Sidebar store={store} />
      <main class="batch-main">
        <h1 class="aside-for-readers">{t('batch')}</h1>
        {failure && (
          <p class="notice failed" role="alert">
            <Icon name="warning" />
            <span>
              <FailureText failure={failure} />
            </span>
          </p>
        )}
        {store.feeds.broken.value.map(({ url, name }) => (
          <p key={url} class="notice failed">
            <Icon name="warning" />
            <span>
              {t('feedBroken', name)}{' '}
              <button type="button" class="link" onClick={() => void store.showFeed(url)}>
                {t('feedShow')}
              </button>
            </span>
          </p>
        ))}
        {store.jobs.current.value === '' ? <ComposerView store={store} /> : <JobView store={store} />}
      </main>
    </div>
  );
}
