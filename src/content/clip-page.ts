import type { ClippedStory } from '../core/article-of-story.ts';
import { authoredArticle } from '../core/authored-article.ts';
import { clipInSteps } from '../core/clip-document.ts';
import { clipSelection } from '../core/clip-selection.ts';
import type { Article, ExtractedArticle } from '../core/model/article.ts';
import type { AnswerWith } from '../core/model/clip-answer.ts';
import type { ClipContext } from '../core/model/clip-context.ts';
import { ClipError, toFailure } from '../core/model/failure.ts';
import type { ModuleName } from '../core/model/module-names.ts';
import type { ModulesWanted } from '../core/model/modules-wanted.ts';
import type { Steps } from '../core/model/steps.ts';
import { modulesOf, requiredModules } from '../core/modules/modules.ts';
import { type RegisteredModules, registeredModules, removeCompletion } from '../core/modules/registered-modules.ts';
import { inSlices } from './in-slices.ts';
import { refuseDocument } from './refuse-document.ts';
import { rootOf, snapshot, snapshotInSteps } from './snapshot.ts';
import { tellAsker } from './tell-asker.ts';

type PageAnswer = AnswerWith<ExtractedArticle | Article>;

/**
 * Clips the page that the script was injected into, or says which modules it lacks for that. Never throws. The work is done
 * in slices; where it takes long, whoever asked for it hears how far it is, and ends it by going away.
 */
export async function clipPage(): Promise<PageAnswer | ModulesWanted> {
  const began = performance.now();
  const pageUrl = location.href;
  const isLoading = document.readyState === 'loading';
  // Taken before the first pause, in which the next asker may bring its own.
  const atHand = { ...registeredModules(globalThis) };
  removeCompletion(globalThis);
  const asker = tellAsker();
  try {
    return await inSlices(clipInSlices(pageUrl, atHand), began, asker.goesOn);
  } catch (error) {
    const failure = toFailure(error);
    // What is not there yet may still come.
    const isHalfThere = /^(?:no-article|scripts-needed)$/.test(failure.code) && isLoading;
    return { ok: false, pageUrl, failure: isHalfThere ? { ...failure, code: 'page-not-loaded' } : failure };
  } finally {
    asker.end();
  }
}

function* clipInSlices(pageUrl: string, atHand: AtHand): Steps<PageAnswer | ModulesWanted> {
  refuseDocument(document);
  const needed = [...requiredModules(rootOf(document), new Document()), ...neededByBlocks(atHand)];
  if (!hasAll(atHand, needed)) return { wanted: needed };
  // A task that was left for this clip is taken up before the first pause, in which another may be left.
  if (!atHand.blocks) yield;
  const { copy, selection, hasShadowTrees } = atHand.blocks ? snapshot(document) : yield* snapshotInSteps(document);
  // What shadow trees hold is seen in the copy only.
  const all = hasShadowTrees ? [...requiredModules(copy.documentElement, copy), ...neededByBlocks(atHand)] : needed;
  if (!hasAll(atHand, all)) return { wanted: all };
  const blocks = atHand.blocks?.(copy, pageUrl);
  yield;
  const context: ClipContext = {
    url: pageUrl,
    now: new Date(),
    modules: modulesOf(all, atHand),
    ...(blocks ? { blocks, ownSiteRules: blocks.ownSiteRules } : {}),
  };
  const selected = selection && clipSelection(copy, selection, context);
  const clipped = yield* clipStory(copy, { context, selected, atHand });
  return { ok: true, pageUrl, ...clipped, ...blocks?.answer };
}

type AtHand = Partial<RegisteredModules>;

/** What the user puts back and takes out is told by its final state: nothing of it may be undecided. */
function neededByBlocks({ blocks }: AtHand): ModuleName[] {
  return blocks ? ['authors'] : [];
}

function hasAll(atHand: AtHand, names: readonly ModuleName[]): boolean {
  return names.every((name) => atHand[name]);
}

interface Asked {
  readonly context: ClipContext;
  readonly selected: ClippedStory | undefined;
  readonly atHand: AtHand;
}

/** The page's story beside what was selected; where the page has no story, the selection is the story. */
function* clipStory(
  copy: Document,
  { context, selected, atHand }: Asked,
): Steps<{ article: ExtractedArticle | Article; selection?: ExtractedArticle | Article }> {
  if (!selected) return { article: finished(yield* clipInSteps(copy, context), context, atHand) };
  const selection = finished(selected, context, atHand);
  try {
    return { article: finished(yield* clipInSteps(copy, context), context, atHand), selection };
  } catch (error) {
    if (error instanceof ClipError && error.code !== 'stopped') return { article: selection };
    throw error;
  }
}

/** Finished where what does it was brought, for an asker that could not do so itself. */
function finished(
  { article, story }: ClippedStory,
  { now, modules }: ClipContext,
  { complete }: AtHand,
): ExtractedArticle | Article {
  return complete ? complete.completeArticle(authoredArticle(article, modules), story, now) : article;
}
