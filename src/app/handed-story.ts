import * as v from 'valibot';

/** Made when a story is read: every popup may hand one over, and few do. */
const handedStorySchema = () =>
  v.object({
    title: v.string(),
    /** The page's own title, which with the address names the story that is marked. */
    sourceTitle: v.string(),
    /** Names as one line. */
    authors: v.string(),
    /** The date as the user sees it in the editor. */
    date: v.string(),
    siteName: v.string(),
    url: v.string(),
    /** BCP 47 tag; empty where unknown. */
    language: v.string(),
    direction: v.picklist(['ltr', 'rtl']),
    /** The page's own text, or what the user wrote in its place. */
    story: v.union([v.object({ html: v.string() }), v.object({ markdown: v.string() })]),
  });

/** A story that is read before it is saved. */
export type HandedStory = Readonly<v.InferOutput<ReturnType<typeof handedStorySchema>>>;

/** Values that are kept until the browser is closed; `undefined` removes one. */
export interface SessionStore {
  read(key: string): Promise<unknown>;
  write(key: string, value: unknown): Promise<void>;
}

/** Names the stories that are kept, oldest first. */
const LIST_KEY = 'reading';
const keyOf = (id: string): string => `reading ${id}`;

/** The session's storage has 10 MB, which drafts need too: older tabs of the reader lose their story at a reload. */
const MAX_KEPT = 8;

/**
 * Keeps a story for the reader view, until the browser is closed: it is there again when the tab is reloaded, never in the
 * page, and never on the disk.
 *
 * @returns the id under which `readHandedStory` finds it.
 * @throws what the browser throws where the story alone is too large.
 */
export async function handOverStory(story: HandedStory, session: SessionStore): Promise<string> {
  const id = crypto.randomUUID();
  let kept = await keptStories(session);
  for (;;) {
    while (kept.length >= MAX_KEPT) kept = await withoutOldest(kept, session);
    try {
      await session.write(keyOf(id), story);
      break;
    } catch (error) {
      if (kept.length === 0) throw error;
      kept = await withoutOldest(kept, session);
    }
  }
  await session.write(LIST_KEY, [...kept, id]);
  return id;
}

/** The story that was handed over under an id. Absent: the browser was closed since, or later stories took its room. */
export async function readHandedStory(id: string, session: SessionStore): Promise<HandedStory | undefined> {
  const stored = v.safeParse(handedStorySchema(), await session.read(keyOf(id)));
  return stored.success ? stored.output : undefined;
}

async function keptStories(session: SessionStore): Promise<readonly string[]> {
  const stored = v.safeParse(v.array(v.string()), await session.read(LIST_KEY));
  return stored.success ? stored.output : [];
}

async function withoutOldest([oldest = '', ...rest]: readonly string[], session: SessionStore): Promise<string[]> {
  await session.write(keyOf(oldest), undefined);
  await session.write(LIST_KEY, rest);
  return rest;
}
