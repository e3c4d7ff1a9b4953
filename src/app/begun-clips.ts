import * as v from 'valibot';
import { leaveQuickClips, lookAfterQuickClips } from '../platform/quick-clip-alarm.ts';
import { readAllForSession, writeForSession } from '../platform/storage.ts';

/** What the keys of the session's storage begin with; the tab's id follows. */
const BEGUN = 'quick clip ';

const begunSchema = v.object({
  tab: v.object({ id: v.number(), url: v.string(), title: v.string() }),
  /** What of the page is to be saved. */
  what: v.picklist(['story', 'selection']),
  /** Names the save, which is carried out once however often the clip is begun. */
  saveId: v.string(),
  /** How often it was begun before. */
  tries: v.number(),
});

/** A quick clip of which nothing may be kept yet. */
export type BegunClip = Readonly<v.InferOutput<typeof begunSchema>>;

/** The saves that this background is at, by their tabs. Of two in one tab the later one counts. */
const running = new Map<number, string>();

/** Writes down that a clip has begun, until the browser is closed, and has the background woken should it be ended. */
export async function noteBegun(begun: BegunClip): Promise<void> {
  running.set(begun.tab.id, begun.saveId);
  lookAfterQuickClips(Date.now());
  await write(begun.tab.id, begun);
}

/** Its post is kept, or the user was told why not. */
export async function forgetBegun({ tab, saveId }: BegunClip): Promise<void> {
  if ((running.get(tab.id) ?? saveId) !== saveId) return;
  running.delete(tab.id);
  if (running.size === 0) leaveQuickClips();
  await write(tab.id, undefined);
}

/** The clips that an earlier background has begun and not ended. */
export async function clipsLeft(): Promise<readonly BegunClip[]> {
  if (running.size > 0) lookAfterQuickClips(Date.now());
  const noted = Object.values(await readAllForSession(BEGUN));
  return noted.filter((each) => v.is(begunSchema, each)).filter(({ tab }) => !running.has(tab.id));
}

async function write(tabId: number, begun: BegunClip | undefined): Promise<void> {
  try {
    await writeForSession(BEGUN + tabId, begun);
  } catch (error) {
    console.warn('A quick clip is not written down: it is lost should the background be ended.', error);
  }
}
