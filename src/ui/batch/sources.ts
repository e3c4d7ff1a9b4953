import { batch, type ReadonlySignal, signal } from '@preact/signals';
import { addressesInText } from '../../core/address-list.ts';
import { toFailure } from '../../core/model/failure.ts';
import type { NamedAddress, PageLinks } from '../../core/page-links.ts';
import type { FollowedFeed } from '../../library/model/followed-feed.ts';
import type { ItemFailure, JobSource } from '../../library/model/job.ts';
import type { BookmarkFolder } from '../../platform/bookmarks.ts';
import { SitemapIndexError } from './addresses-in-file.ts';
import type { BatchForm } from './batch-form.ts';
import type { CandidateList } from './candidate-list.ts';
import type { Found } from './candidates.ts';
import type { ReadFeed } from './feeds.ts';
import type { BatchPorts } from './ports.ts';

/** Where the addresses of a batch come from, and what is known of the source that is read. */
export type Sources = ReturnType<typeof createSources>;

/** What the page says under the source. */
export type SourceNotice =
  | { readonly kind: 'reading' }
  | { readonly kind: 'failed'; readonly failure: ItemFailure }
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'sitemap-index' };

export function createSources(ports: BatchPorts, list: CandidateList, form: BatchForm) {
  const source = signal<JobSource>('list');
  const name = signal('');
  const listText = signal('');
  const address = signal('');
  const notice = signal<SourceNotice | undefined>(undefined);
  const feeds = signal<readonly NamedAddress[]>([]);
  const folders = signal<readonly BookmarkFolder[] | undefined>(undefined);
  const readFeed = signal<{ readonly asked: string; readonly feed: ReadFeed } | undefined>(undefined);
  const feedUrl = signal('');
  const tabId = signal<number | undefined>(undefined);

  /** Lists what a source found, for the user to choose from. */
  async function offer(found: readonly Found[], called = ''): Promise<void> {
    if (!(await list.list(found))) return;
    name.value = called;
    notice.value = found.length === 0 ? { kind: 'nothing' } : undefined;
  }

  function clear(): void {
    list.empty();
    feeds.value = [];
    readFeed.value = undefined;
    feedUrl.value = '';
    tabId.value = undefined;
    notice.value = undefined;
  }

  /** Reads a source and offers what it has. Every failure is said under the source. */
  async function read(work: () => Promise<void>): Promise<void> {
    notice.value = { kind: 'reading' };
    try {
      await work();
      if (notice.value?.kind === 'reading') notice.value = undefined;
    } catch (error) {
      const isIndex = error instanceof SitemapIndexError;
      notice.value = isIndex ? { kind: 'sitemap-index' } : { kind: 'failed', failure: itemFailure(error) };
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
      form.way.value = 'tabs';
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

  async function typeList(text: string): Promise<void> {
    listText.value = text;
    await offer(addressesInText(text));
    if (text.trim() === '') notice.value = undefined;
  }

  /** The user says which links are stories; a page is asked for its feed to know that. */
  async function offerPage({ links, title, feeds: found }: PageLinks): Promise<void> {
    feeds.value = found;
    const isFeedWanted = source.value === 'feed';
    await offer(isFeedWanted ? [] : links.map((link) => ({ ...link, isChosen: false })), title);
    if (isFeedWanted && found.length > 0) notice.value = undefined;
  }

  /** Reads the page or the feed at the address; first thing in a user gesture, as its site may have to be allowed. */
  async function readAddress(): Promise<void> {
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
  }

  return {
    source,
    name,
    listText,
    address,
    notice: notice as ReadonlySignal<SourceNotice | undefined>,
    feeds: feeds as ReadonlySignal<readonly NamedAddress[]>,
    folders: folders as ReadonlySignal<readonly BookmarkFolder[] | undefined>,
    /** The feed at the address that was read, and that address. */
    readFeed: readFeed as ReadonlySignal<{ readonly asked: string; readonly feed: ReadFeed } | undefined>,
    /** The followed feed that the candidates are from; empty: they are from elsewhere. */
    feedUrl: feedUrl as ReadonlySignal<string>,
    /** The tab that the candidates are the links of. */
    tabId: tabId as ReadonlySignal<number | undefined>,

    clear,
    /** Shows another source, and reads it where that asks nothing of the user. */
    async choose(next: JobSource): Promise<void> {
      clear();
      source.value = next;
      if (next === 'tabs') await readTabs();
      else if (next === 'bookmarks') await readBookmarkFolders();
      else if (next === 'list') await typeList(listText.value);
    },
    typeList,
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
        form.set(feed);
        feedUrl.value = feed.url;
      });
      await offer(unsettled(feed), feed.name);
      notice.value = undefined;
    },
    /** Whether what a feed has is what is offered now: then the user's choice stays. */
    hasOffered: (feed: FollowedFeed): boolean => addressesOf(unsettled(feed)) === addressesOf(list.candidates.value),
    /** Goes back to a new batch from a followed feed. */
    leaveFeed(): void {
      batch(() => {
        clear();
        source.value = 'list';
        form.reset();
      });
    },
    /** Lets the user press links on the page of the tab. What is pressed is chosen. */
    async pickOnPage(): Promise<void> {
      const id = tabId.value;
      if (id === undefined) return;
      await read(async () => {
        const pressed = await ports.pickLinks(id);
        if (pressed.length > 0) list.chooseAddresses(pressed);
      });
    },
    /** Reads the links of the page that a tab shows. */
    async readTab(shown: number): Promise<void> {
      clear();
      source.value = 'links';
      await read(async () => {
        const page = await ports.linksOfTab(shown);
        tabId.value = shown;
        await offerPage(page);
      });
    },
    readAddress,
    readFolder: (id: string, called: string) => read(async () => offer(await ports.bookmarksIn(id), called)),
    readFile: (file: File) => read(async () => offer(await ports.addressesInFile(file), file.name)),
  };
}

function unsettled({ stories }: FollowedFeed) {
  return stories.filter(({ state }) => state === 'new' || state === 'known');
}

function addressesOf(pages: readonly NamedAddress[]): string {
  return pages.map(({ url }) => url).join('\n');
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
