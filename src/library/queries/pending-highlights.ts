import { urlKeyOf } from '../model/identity.ts';
import type { PendingHighlights } from '../model/pending-highlights.ts';
import { isSameStory } from '../model/same-story.ts';
import type { Library } from '../store/database.ts';

/** A story as it is named before it is clipped. */
export interface NamedStory {
  readonly url: string;
  readonly title: string;
}

/** What was marked in stories that are not clipped, of all. */
export function listPendingHighlights(library: Library): Promise<PendingHighlights[]> {
  return library.use((database) => database.getAll('pendingHighlights'));
}

/** Whether two titles under one address are those of one story. */
export function isSameTitled(one: string, other: string): boolean {
  return isSameStory({ title: one, text: '' }, { title: other, text: '' });
}

/** Of the rows of an address those of a story: one, but where its title has changed. */
export async function pendingOf(
  read: (everyTitle: IDBKeyRange) => Promise<PendingHighlights[]>,
  { url, title }: NamedStory,
): Promise<PendingHighlights[]> {
  const urlKey = urlKeyOf(url);
  const rows = await read(IDBKeyRange.bound([urlKey], [urlKey, []]));
  return rows.filter((row) => isSameTitled(row.title, title));
}
