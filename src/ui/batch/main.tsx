import { effect } from '@preact/signals';
import { render } from 'preact';
import { askBackground } from '../../app/ask-background.ts';
import { startJobRunner } from '../../app/job-runner.ts';
import { linksInTab } from '../../app/links-in-tab.ts';
import { pickLinksInTab } from '../../app/pick-links-in-tab.ts';
import { readAddress } from '../../app/read-address.ts';
import { toFailure } from '../../core/model/failure.ts';
import { hasWorkLeft, listJobs } from '../../library/queries/jobs.ts';
import { listTargets } from '../../library/queries/targets.ts';
import { openChanges } from '../../library/store/changes.ts';
import { openLibrary } from '../../library/store/database.ts';
import { bookmarkFolders, bookmarksIn } from '../../platform/bookmarks.ts';
import { closeOwnTab, openTab } from '../../platform/open-tab.ts';
import { hasPermission, requestPermission } from '../../platform/optional-permissions.ts';
import { FOR_WORK, openPage } from '../../platform/pages.ts';
import { hasOrigins, requestOrigins } from '../../platform/permissions.ts';
import { sitePatterns } from '../../platform/site-patterns.ts';
import { tabsOfWindow } from '../../platform/window-tabs.ts';
import { loadPresets } from '../../settings/presets.ts';
import { loadSettings } from '../../settings/store.ts';
import { loadTranslator } from '../shared/load-translator.ts';
import { parseInertDocument } from '../shared/parse-inert.ts';
import { Translation } from '../shared/translation.tsx';
import { addressesInFile } from './addresses-in-file.ts';
import { closeAfterWork } from './close-after-work.ts';
import { BatchPage } from './page.tsx';
import type { BatchPorts } from './ports.ts';
import { type BatchStore, createBatchStore } from './store.ts';
import '../shared/page.css';
import './batch.css';

async function open(): Promise<void> {
  const [settings, { presets }] = await Promise.all([loadSettings(), loadPresets()]);
  const translator = await loadTranslator(settings.language);
  const library = openLibrary();
  const targets = await listTargets(library);
  const ports: BatchPorts = {
    library,
    changes: openChanges(),
    now: Date.now,
    newId: () => crypto.randomUUID(),
    presets,
    targets: targets.map(({ id, name }) => ({ id, label: name })),
    presetId: settings.preset,
    targetId: settings.target,
    hasSites: (urls) => hasOrigins(sitePatterns(urls)),
    requestSites: (urls) => requestOrigins(sitePatterns(urls)),
    has: hasPermission,
    request: requestPermission,
    windowTabs: async () => (await tabsOfWindow()).filter(({ url }) => /^https?:/i.test(url)),
    linksOfTab: linksInTab,
    pickLinks: (tabId) =>
      pickLinksInTab(tabId, {
        title: translator.t('pickLinks'),
        help: translator.t('pickLinksHelp'),
        chosen: translator.t('pickLinksChosen', '$1'),
        done: translator.t('pickLinksDone'),
      }),
    checkFeeds: (urls) => askBackground('checkFeeds', [...urls]),
    readAddress: (url) => readAddress(url, parseInertDocument, new AbortController().signal),
    bookmarkFolders,
    bookmarksIn,
    addressesInFile: async (file) => addressesInFile(new Uint8Array(await file.arrayBuffer()), parseInertDocument),
    openLibrary: (clipId) => void openPage('library', clipId === undefined ? '' : `#clip=${clipId}`),
    openOptions: () => void openPage('options'),
    openAddress: (url) => void openTab(url),
  };
  const store = createBatchStore(ports);

  document.documentElement.lang = translator.language;
  document.title = `${translator.t('batch')} · ${translator.t('extensionShortName')}`;
  render(
    <Translation.Provider value={translator}>
      <BatchPage store={store} />
    </Translation.Provider>,
    document.body,
  );
  ports.changes.listen(({ kind }) => {
    if (kind === 'jobs') void store.attempt(store.jobs.refresh);
    if (kind === 'feeds') void store.refreshFeeds();
  });
  await store.attempt(store.feeds.load);
  await store.attempt(() => followAddress(store));
  const end = new AbortController();
  const working = startJobRunner({
    library,
    parse: parseInertDocument,
    onState: (state) => {
      store.runner.value = state;
    },
    signal: end.signal,
  }).catch((error: unknown) => {
    if (!end.signal.aborted) store.runner.value = toFailure(error);
  });
  if (location.hash !== FOR_WORK) return;
  await closeAfterWork({
    document,
    listJobs: () => listJobs(library),
    hasWorkLeft: () => hasWorkLeft(library),
    onChange: (look) => ports.changes.listen(({ kind }) => kind === 'jobs' && look()),
    deliver: () => askBackground('drain', false),
    async stop() {
      end.abort();
      await working;
    },
    close: () => void closeOwnTab(),
    keep: () => history.replaceState(null, '', location.pathname),
    restart: () => location.reload(),
  });
}

/** The address says what is shown: a batch, `#job=…`, a feed, `#feed=…`, or the links of a tab, `#tab=…`. */
async function followAddress(store: BatchStore): Promise<void> {
  const { jobs, feeds, composer } = store;
  const read = async (): Promise<void> => {
    const said = new URLSearchParams(location.hash.slice(1));
    const feed = said.get('feed');
    await (feed === null ? store.show(said.get('job') ?? '') : store.showFeed(feed));
    const tab = Number(said.get('tab'));
    if (tab > 0) await composer.readTab(tab);
  };
  await read();
  addEventListener('popstate', () => void read());
  effect(() => {
    const [job, feed] = [jobs.current.value, feeds.current.value];
    const hash = job !== '' ? `#job=${job}` : feed !== '' ? `#feed=${encodeURIComponent(feed)}` : '';
    if (hash === location.hash) return;
    if (hash !== '' || /^#(?:job|feed)=/.test(location.hash)) history.pushState(null, '', hash || location.pathname);
  });
}

void open();
