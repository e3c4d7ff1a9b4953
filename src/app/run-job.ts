import type { Article } from '../core/model/article.ts';
import { ClipError } from '../core/model/failure.ts';
import type { Preset } from '../core/model/preset.ts';
import type { LoadPinyin } from '../core/post/pinyin.ts';
import type { Clipped } from '../jobs/run-jobs.ts';
import { recordIntent } from '../library/commands/job-items.ts';
import { urlKeyOf } from '../library/model/identity.ts';
import type { Doubt, Job, JobItem, Outcome } from '../library/model/job.ts';
import { findSavedBy } from '../library/queries/find-saved-by.ts';
import { findStory } from '../library/queries/find-story.ts';
import { matchStory, seenStory } from '../library/queries/match-story.ts';
import { PageError } from './fetch-page.ts';
import { assembleSave, type SaveDeps, saveClip } from './save-clip.ts';

export interface ItemDeps extends SaveDeps {
  /** Reads a page in the way that its job says. @throws {PageError} {ClipError} where it holds no story. */
  readPage(job: Job, item: JobItem, signal: AbortSignal): Promise<Article>;
  /** The preset of an id, or the one to write in where that id has been removed. */
  presetOf(id: string): Promise<Preset>;
  readonly loadPinyin: LoadPinyin;
  /** Has what was saved delivered. Does not wait for it. */
  deliver(): void;
}

/**
 * Clips the page of a claimed item, unless the library has its story, and says what came of it. Done twice, it saves
 * once: the save bears the item's id.
 */
export function createItemClipper(deps: ItemDeps) {
  let saving: Promise<unknown> = Promise.resolve();

  /** One save after the other: two addresses of one story must not both find it unknown. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = saving.then(work, work);
    saving = turn;
    return turn;
  }

  return async (job: Job, item: JobItem, signal: AbortSignal): Promise<Clipped> => {
    const before = (await savedBefore(deps, item)) ?? (item.again ? undefined : await knownAddress(deps, item));
    if (before) return { outcome: before, isAsked: false };
    try {
      const article = await deps.readPage(job, item, signal);
      return { outcome: await inTurn(() => saveUnlessKnown(deps, job, item, article)), isAsked: true };
    } catch (error) {
      if (!(error instanceof PageError)) throw error;
      const outcome = { state: 'refused', failure: { reason: error.reason, detail: error.message } } as const;
      return { outcome, isAsked: true, ...(error.retryAt === undefined ? {} : { retryAt: error.retryAt }) };
    }
  };
}

/** What a runner that was killed after the save would have written down. */
async function savedBefore({ library }: ItemDeps, { id, intent }: JobItem): Promise<Outcome | undefined> {
  const clip = intent && (await findSavedBy(library, id, intent.urlKey));
  return clip && outcomeOf(clip.id, clip.title, intent.doubts);
}

async function knownAddress({ library }: ItemDeps, { url }: JobItem): Promise<Outcome | undefined> {
  const { clips, files } = await findStory(library, url);
  const whole = clips.find(({ part = 'article' }) => part === 'article');
  if (whole) return { state: 'known', clipId: whole.id, title: whole.title };
  const [file] = files;
  return file && { state: 'known', ...(file.title === undefined ? {} : { title: file.title }) };
}

async function saveUnlessKnown(deps: ItemDeps, job: Job, item: JobItem, article: Article): Promise<Outcome> {
  const { library } = deps;
  const { clip: known, another } = await matchStory(library, seenStory(article, 'article'));
  if (known && !item.again) return { state: 'known', clipId: known.id, title: known.title };
  const doubts = doubtsOf(article, another !== undefined);
  const request = await assembleSave(library, {
    article,
    addTags: job.tags,
    part: 'article',
    preset: await deps.presetOf(job.presetId),
    targetIds: [job.targetId],
    as: 'same-story',
    saveId: item.id,
    now: Date.now(),
    loadPinyin: deps.loadPinyin,
  });
  const isOurs = await recordIntent(library, item, { urlKey: urlKeyOf(request.draft.url), doubts });
  if (!isOurs) throw new ClipError('unexpected', 'another runner has taken the page over');
  const clip = await saveClip(deps, request);
  deps.deliver();
  return outcomeOf(clip.id, clip.title, doubts);
}

function outcomeOf(clipId: string, title: string, doubts: readonly Doubt[]): Outcome {
  return doubts.length === 0 ? { state: 'saved', clipId, title } : { state: 'uncertain', clipId, title, doubts };
}

/** A date without a zone is written without one, as the page has it: nothing to look at. */
function doubtsOf({ warnings }: Article, isAnother: boolean): Doubt[] {
  const doubts = warnings.filter((warning) => warning !== 'date-zone-unknown');
  return isAnother ? [...doubts, 'another-story'] : doubts;
}
