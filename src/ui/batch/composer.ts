import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import { addressesInText } from '../../core/address-list.ts';
import { toFailure } from '../../core/model/failure.ts';
import type { NamedAddress, PageLinks } from '../../core/page-links.ts';
import { createJob, type NewItem } from '../../library/commands/jobs.ts';
import type { FollowedFeed } from '../../library/model/followed-feed.ts';
import type { ItemFailure, JobSource, JobWay } from '../../library/model/job.ts';
import { knownAddresses } from '../../library/queries/known-addresses.ts';
import type { BookmarkFolder } from '../../platform/bookmarks.ts';
import { type Candidate, candidatesOf, createFilter, type Found, hostsOf } from './candidates.ts';
import type { ReadFeed } from './feeds.ts';
import type { BatchPorts } from './ports.ts';

/** A new batch, as far as it is put together. */
export type Composer = ReturnType<typeof createComposer>;

/** What the page says under the source. `named`: a message of the catalogue. */
export type SourceNotice =
  | { readonly kind: 'reading' }
  | { readonly kind: 'failed'; readonly failure: ItemFailure }
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'nothing' };

export function createComposer(ports: BatchPorts) {
  const source = signal<JobSource>('list');
  const name = signal('');
  const listText = signal('');
  const address = signal('');
  const filter = signal('');
  const way = signal<JobWay>('fetched');
  const tags = signal<readonly string[]>([]);
  const presetId = signal(ports.presetId);
  const targetId = signal(ports.targetId);
  const notice = signal<SourceNotice | undefined>(undefined);
  const feeds = signal<readonly NamedAddress[]>([]);
  const folders = signal<readonly BookmarkFolder[] | undefined>(undefined);
  const candidates = signal<readonly Candidate[]>([]);
  const chosen = signal<ReadonlySet<number>>(new Set());
  const at = signal(-1);
  const isRefused = signal(false);
  const readFeed = signal<{ readonly asked: string; readonly feed: ReadFeed } | undefined>(undefined);
  const feedUrl = signal('');
  const tabId = signal<number | undefined>(undefined);
  let round = 0;

  const listed = computed(() => {
    const passes = createFilter(filter.value);
    return candidates.value.filter(passes);
  });
  const picked = computed(() => listed.value.filter(({ n }) => chosen.value.has(n)));

  /** Shows what a source found. What is new is chosen, unless the source says which. */
  async function offer(found: readonly Found[], called = ''): Promise<void> {
    const turn = ++round;
    const known = await knownAddresses(
      ports.library,
      found.map(({ url }) => url),
    );
    if (turn !== round) return;
    const sorted = candidatesOf(found, known);
    candidates.value = sorted;
    name.value = called;
    chosen.value = new Set(
      sorted.filter(({ n, status }) => status === 'new' && (found[n]?.isChosen ?? true)).map(({ n }) => n),
    );
    at.value = -1;
    notice.value = found.length === 0 ? { kind: 'nothing' } : undefined;
  }

  function clear(): void {
    round++;
    candidates.value = [];
    chosen.value = new Set();
    feeds.value = [];
    readFeed.value = undefined;
    feedUrl.value = '';
    tabId.value = undefined;
    filter.value = '';
    notice.value = undefined;
    isRefused.value = false;
  }

  /** Reads a source and offers what it has. Every failure is said under the source. */
  async function read(work: () => Promise<void>): Promise<void> {
    notice.value = { kind: 'reading' };
    try {
      await work();
      if (notice.value?.kind === 'reading') notice.value = undefined;
    } catch (error) {
      notice.value = { kind: 'failed', failure: itemFailure(error) };
    }
  }

  async function readTabs(): Promise<void> {
    await read(async () => {
      if (!(await ports.has('tabs'))) {
        notice.value = { kind: 'not-allowed' };
        return;
      }
      const tabs = await ports.windowTabs();
      const someSelected = tabs.filter(({ isSelected }) => isSelected).length > 1;
      way.value = 'tabs';
      await offer(
        tabs.map(({ id, url, title, isSelected }) => ({
          url,
          title,
          tabId: id,
          isChosen: isSelected || !someSelected,
        })),
      );
    });
  }

  async function readBookmarkFolders(): Promise<void> {
    await read(async () => {
      if (!(await ports.has('bookmarks'))) notice.value = { kind: 'not-allowed' };
      else folders.value = await ports.bookmarkFolders();
    });
  }

  return {
    source: source as ReadonlySignal<JobSource>,
    name,
    listText: listText as ReadonlySignal<string>,
    address,
    filter,
    way,
    tags,
    presetId,
    targetId,
    notice: notice as ReadonlySignal<SourceNotice | undefined>,
    feeds: feeds as ReadonlySignal<readonly NamedAddress[]>,
    folders: folders as ReadonlySignal<readonly BookmarkFolder[] | undefined>,
    candidates: candidates as ReadonlySignal<readonly Candidate[]>,
    listed,
    chosen: chosen as ReadonlySignal<ReadonlySet<number>>,
    picked,
    hosts: computed(() => hostsOf(picked.value)),
    at,
    /** The user has just not allowed the sites of the batch. */
    isRefused: isRefused as ReadonlySignal<boolean>,
    /** The feed at the address that was read, and that address. */
    readFeed: readFeed as ReadonlySignal<{ readonly asked: string; readonly feed: ReadFeed } | undefined>,
    /** The followed feed that the candidates are from; empty: they are from elsewhere. */
    feedUrl: feedUrl as ReadonlySignal<string>,
    /** The tab that the candidates are the links of. */
    tabId: tabId as ReadonlySignal<number | undefined>,

    /** Shows another source, and reads it where that asks nothing of the user. */
    async choose(next: JobSource): Promise<void> {
      clear();
      source.value = next;
      if (next === 'tabs') await readTabs();
      else if (next === 'bookmarks') await readBookmarkFolders();
      else if (next === 'list') await offerList(listText.value);
    },
    typeList: offerList,
    /** Asks for the permission that a source needs; first thing in a user gesture. */
    async allow(): Promise<void> {
      const permission = source.value === 'tabs' ? 'tabs' : 'bookmarks';
      if (!(await ports.request(permission))) return;
      await (permission === 'tabs' ? readTabs() : readBookmarkFolders());
    },
    /** Offers what a followed feed has that is not settled. What was chosen for it before is chosen again. */
    async offerFeed(feed: FollowedFeed): Promise<void> {
      batch(() => {
        clear();
        source.value = 'feed';
        way.value = feed.way;
        tags.value = feed.tags;
        presetId.value = feed.presetId;
        targetId.value = feed.targetId;
        feedUrl.value = feed.url;
      });
      await offer(unsettled(feed), feed.name);
      notice.value = undefined;
    },
    /** Whether what a feed has is what is offered now: then the user's choice stays. */
    hasOffered: (feed: FollowedFeed): boolean =>
      unsettled(feed)
        .map(({ url }) => url)
        .join('\n') === candidates.value.map(({ url }) => url).join('\n'),
    /** Goes back to a new batch from a followed feed. */
    leaveFeed(): void {
      batch(() => {
        clear();
        source.value = 'list';
        way.value = 'fetched';
        tags.value = [];
        presetId.value = ports.presetId;
        targetId.value = ports.targetId;
      });
    },
    /** Lets the user press links on the page of the tab. What is pressed is chosen. */
    async pickOnPage(): Promise<void> {
      const id = tabId.value;
      if (id === undefined) return;
      await read(async () => {
        const picked = await ports.pickLinks(id);
        if (picked.length === 0) return;
        const wanted = new Set(picked);
        chosen.value = new Set(candidates.value.filter(({ url }) => wanted.has(url)).map(({ n }) => n));
        filter.value = '';
      });
    },
    /** Reads the links of the page that a tab shows. */
    async readTab(shown: number): Promise<void> {
      clear();
      source.value = 'links';
      await read(async () => {
        const { links, title, feeds: found } = await ports.linksOfTab(shown);
        tabId.value = shown;
        feeds.value = found;
        await offer(
          links.map((link) => ({ ...link, isChosen: false })),
          title,
        );
      });
    },
    /** Reads the page or the feed at the address; first thing in a user gesture, as its site may have to be allowed. */
    async readAddress(): Promise<void> {
      const url = withScheme(address.value);
      if (!url) {
        notice.value = { kind: 'failed', failure: { reason: 'not-found', detail: address.value } };
        return;
      }
      const asked = ports.requestSites([url]);
      await read(async () => {
        if (!(await asked)) throw new DOMException(url, 'NotAllowedError');
        const contents = await ports.readAddress(url);
        if (contents.kind === 'feed') {
          readFeed.value = { asked: url, feed: contents };
          await offer(contents.stories, contents.title);
        }
        if (contents.kind === 'page') await offerPage(contents.page);
      });
    },
    readFolder: (id: string, called: string) => read(async () => offer(await ports.bookmarksIn(id), called)),
    readFile: (file: File) => read(async () => offer(await ports.addressesInFile(file), file.name)),

    toggle(place: number, isRange: boolean): void {
      const rows = listed.value;
      const [from, to] = isRange && at.value >= 0 ? [at.value, place].toSorted((a, b) => a - b) : [place, place];
      const row = rows[place];
      if (!row) return;
      const next = new Set(chosen.value);
      const isOn = isRange || !next.has(row.n);
      for (const { n } of rows.slice(from, (to ?? place) + 1)) {
        if (isOn) next.add(n);
        else next.delete(n);
      }
      chosen.value = next;
    },
    /** Chooses, of the rows that are listed, all, those that are new, or none. */
    pick(which: 'all' | 'new' | 'none'): void {
      const rows = listed.value.filter(({ status }) => which === 'all' || (which === 'new' && status === 'new'));
      chosen.value = new Set(rows.map(({ n }) => n));
    },
    /** Asks for the sites, first thing in the user gesture, and queues the batch. @returns its id; nothing where refused. */
    async start(): Promise<string | undefined> {
      const pages = picked.value;
      if (pages.length === 0) return undefined;
      isRefused.value = !(await ports.requestSites(pages.map(({ url }) => url)));
      if (isRefused.value) return undefined;
      const id = ports.newId();
      const items = pages.map(({ url, title, tabId, status }): NewItem => {
        const again = status === 'known' ? { again: true as const } : {};
        return { id: ports.newId(), url, title, ...again, ...(tabId === undefined ? {} : { tabId }) };
      });
      await createJob(
        ports.library,
        {
          id,
          name: name.value,
          source: source.value,
          way: way.value,
          state: 'running',
          presetId: presetId.value,
          targetId: targetId.value,
          tags: tags.value,
          createdAt: ports.now(),
        },
        items,
        feedUrl.value === '' ? undefined : feedUrl.value,
      );
      listText.value = '';
      clear();
      return id;
    },
  };

  /** The user says which links are stories; a page is asked for its feed to know that. */
  async function offerPage({ links, title, feeds: found }: PageLinks): Promise<void> {
    feeds.value = found;
    const isFeedWanted = source.value === 'feed';
    await offer(isFeedWanted ? [] : links.map((link) => ({ ...link, isChosen: false })), title);
    if (isFeedWanted && found.length > 0) notice.value = undefined;
  }

  async function offerList(text: string): Promise<void> {
    listText.value = text;
    await offer(addressesInText(text));
    if (text.trim() === '') notice.value = undefined;
  }
}

function unsettled({ stories }: FollowedFeed) {
  return stories.filter(({ state }) => state === 'new' || state === 'known');
}

function withScheme(typed: string): string | undefined {
  const text = typed.trim();
  const url = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  return text !== '' && URL.canParse(url) ? url : undefined;
}

function itemFailure(error: unknown): ItemFailure {
  if (error instanceof DOMException && error.name === 'NotAllowedError') {
    return { reason: 'not-allowed', detail: error.message };
  }
  if (error instanceof Error && 'reason' in error) {
    return { reason: error.reason as ItemFailure['reason'], detail: error.message };
  }
  const { code, detail } = toFailure(error);
  return { reason: code, detail };
}
