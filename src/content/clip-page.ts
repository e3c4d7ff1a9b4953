import type { ClippedStory } from '../core/article-of-story.ts';
import { authoredArticle } from '../core/authored-article.ts';
import { clipDocument } from '../core/clip-document.ts';
import { clipSelection } from '../core/clip-selection.ts';
import type { Article, ExtractedArticle } from '../core/model/article.ts';
import type { AnswerWith } from '../core/model/clip-answer.ts';
import type { ClipContext } from '../core/model/clip-context.ts';
import { ClipError, toFailure } from '../core/model/failure.ts';
import type { ModuleName } from '../core/model/module-names.ts';
import type { ModulesWanted } from '../core/model/modules-wanted.ts';
import { modulesOf, requiredModules } from '../core/modules/modules.ts';
import { registeredModules, removeCompletion } from '../core/modules/registered-modules.ts';
import { refuseDocument } from './refuse-document.ts';
import { rootOf, snapshot } from './snapshot.ts';

/** Clips the page that the script was injected into, or says which modules it lacks for that. Never throws. */
export function clipPage(): AnswerWith<ExtractedArticle | Article> | ModulesWanted {
  const pageUrl = location.href;
  try {
    refuseDocument(document);
    const needed = [...requiredModules(rootOf(document), new Document()), ...neededByBlocks()];
    if (!areAtHand(needed)) return { wanted: needed };
    const { copy, selection, hasShadowTrees } = snapshot(document);
    // What shadow trees hold is seen in the copy only.
    const all = hasShadowTrees ? [...requiredModules(copy.documentElement, copy), ...neededByBlocks()] : needed;
    if (!areAtHand(all)) return { wanted: all };
    const blocks = registeredModules(globalThis).blocks?.(copy, pageUrl);
    const context: ClipContext = {
      url: pageUrl,
      now: new Date(),
      modules: modulesOf(all, registeredModules(globalThis)),
      ...(blocks ? { blocks, ownSiteRules: blocks.ownSiteRules } : {}),
    };
    const clipped = clipStory(copy, context, selection && clipSelection(copy, selection, context));
    return { ok: true, pageUrl, ...clipped, ...blocks?.answer };
  } catch (error) {
    const failure = toFailure(error);
    // What is not there yet may still come.
    const isHalfThere = failure.code === 'no-article' && document.readyState === 'loading';
    return { ok: false, pageUrl, failure: isHalfThere ? { ...failure, code: 'page-not-loaded' } : failure };
  } finally {
    removeCompletion(globalThis);
  }
}

/** What the user puts back and takes out is told by its final state: nothing of it may be undecided. */
function neededByBlocks(): ModuleName[] {
  return registeredModules(globalThis).blocks ? ['authors'] : [];
}

function areAtHand(names: readonly ModuleName[]): boolean {
  const atHand = registeredModules(globalThis);
  return names.every((name) => atHand[name]);
}

/** The page's story beside what was selected; where the page has no story, the selection is the story. */
function clipStory(
  copy: Document,
  context: ClipContext,
  selected: ClippedStory | undefined,
): { article: ExtractedArticle | Article; selection?: ExtractedArticle | Article } {
  if (!selected) return { article: finished(clipDocument(copy, context), context) };
  const selection = finished(selected, context);
  try {
    return { article: finished(clipDocument(copy, context), context), selection };
  } catch (error) {
    if (error instanceof ClipError) return { article: selection };
    throw error;
  }
}

/** Finished where what does it was brought, for an asker that could not do so itself. */
function finished({ article, story }: ClippedStory, { now, modules }: ClipContext): ExtractedArticle | Article {
  const { complete } = registeredModules(globalThis);
  return complete ? complete.completeArticle(authoredArticle(article, modules), story, now) : article;
}
