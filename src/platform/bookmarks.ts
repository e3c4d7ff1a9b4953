import type { Bookmarks } from 'webextension-polyfill';
import { browser } from './browser.ts';

/** A folder of bookmarks. */
export interface BookmarkFolder {
  readonly id: string;
  /** Its name after those of the folders around it, each followed by ` / `. */
  readonly path: string;
  /** Bookmarks in it and in the folders below it. */
  readonly count: number;
}

/** A bookmark of a web page. */
export interface Bookmark {
  readonly url: string;
  readonly title: string;
}

/** All folders that hold bookmarks, in the browser's order. Needs the permission `bookmarks`. */
export async function bookmarkFolders(): Promise<BookmarkFolder[]> {
  const [root] = await browser.bookmarks.getTree();
  return (root?.children ?? []).flatMap((node) => foldersBelow(node, ''));
}

/** The bookmarks of a folder and of the folders below it. */
export async function bookmarksIn(folderId: string): Promise<Bookmark[]> {
  const [folder] = await browser.bookmarks.getSubTree(folderId);
  return folder ? webPagesBelow(folder) : [];
}

function foldersBelow(node: Bookmarks.BookmarkTreeNode, around: string): BookmarkFolder[] {
  if (!node.children) return [];
  const path = around + node.title;
  const count = webPagesBelow(node).length;
  const below = node.children.flatMap((child) => foldersBelow(child, `${path} / `));
  return count === 0 ? [] : [{ id: node.id, path, count }, ...below];
}

function webPagesBelow({ url, title, children = [] }: Bookmarks.BookmarkTreeNode): Bookmark[] {
  const own = url !== undefined && /^https?:/i.test(url) ? [{ url, title }] : [];
  return [...own, ...children.flatMap(webPagesBelow)];
}
