import type { AddressContents } from '../../app/read-address.ts';
import type { NamedAddress, PageLinks } from '../../core/page-links.ts';
import type { Changes } from '../../library/store/changes.ts';
import type { Library } from '../../library/store/database.ts';
import type { Bookmark, BookmarkFolder } from '../../platform/bookmarks.ts';
import type { OptionalPermission } from '../../platform/optional-permissions.ts';
import type { WindowTab } from '../../platform/window-tabs.ts';

/** One of a few that a clip can be written as, or go to. */
export interface Choice {
  readonly id: string;
  readonly label: string;
}

/** All that the batch page needs from the world. */
export interface BatchPorts {
  readonly library: Library;
  readonly changes: Changes;
  readonly now: () => number;
  readonly newId: () => string;
  readonly presets: readonly Choice[];
  readonly targets: readonly Choice[];
  /** What a new batch starts with. */
  readonly presetId: string;
  readonly targetId: string;
  /** Whether all sites of these addresses may be read. */
  hasSites(urls: readonly string[]): Promise<boolean>;
  /** Asks for that; first thing in a user gesture. */
  requestSites(urls: readonly string[]): Promise<boolean>;
  has(permission: OptionalPermission): Promise<boolean>;
  /** Asks for it; first thing in a user gesture. */
  request(permission: OptionalPermission): Promise<boolean>;
  /** The tabs of this window that show web pages. */
  windowTabs(): Promise<readonly WindowTab[]>;
  /** The links of the page that a tab shows. @throws where the browser does not let it be read. */
  linksOfTab(tabId: number): Promise<PageLinks>;
  /** Lets the user press links on the page that a tab shows. @returns their addresses; none where it was left. */
  pickLinks(tabId: number): Promise<readonly string[]>;
  /** Has followed feeds checked now, and the alarm for the others set anew. */
  checkFeeds(urls: readonly string[]): Promise<void>;
  /** What an address leads to, fetched. @throws {PageError} */
  readAddress(url: string): Promise<AddressContents>;
  bookmarkFolders(): Promise<readonly BookmarkFolder[]>;
  bookmarksIn(folderId: string): Promise<readonly Bookmark[]>;
  /** The addresses in a file's text: of links, where it is HTML. */
  addressesInFile(file: File): Promise<readonly NamedAddress[]>;
  openLibrary(clipId?: string): void;
  openOptions(): void;
  openAddress(url: string): void;
}
