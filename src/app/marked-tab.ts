import * as v from 'valibot';
import { documentAddress } from '../core/text/same-document.ts';
import { readForSession, writeForSession } from '../platform/storage.ts';

/** What is marked in a tab: a story, on the page that the user started the highlighter on. */
export interface MarkedTab {
  readonly url: string;
  readonly title: string;
  /** The page's address (`documentAddress`). */
  readonly pageUrl: string;
}

const markedSchema = v.object({ url: v.string(), title: v.string(), pageUrl: v.string() });

/** Remembers it until the browser is closed, where no page can read or change it. */
export async function rememberMarkedTab(tabId: number, marked: MarkedTab): Promise<void> {
  await writeForSession(keyOf(tabId), marked);
}

/** What is marked in a tab whose page has this address; nothing where the tab has gone elsewhere meanwhile. */
export async function markedTab(tabId: number, url: string): Promise<MarkedTab | undefined> {
  const marked = await readForSession(keyOf(tabId));
  return v.is(markedSchema, marked) && marked.pageUrl === documentAddress(url) ? marked : undefined;
}

function keyOf(tabId: number): string {
  return `highlighter-${tabId}`;
}
