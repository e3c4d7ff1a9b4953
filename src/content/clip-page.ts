import type { Article, PageArticle } from '../core/article.ts';
import type { ClippedStory } from '../core/article-of-story.ts';
import type { AnswerWith, PartsWanted } from '../core/clip-answer.ts';
import type { ClipContext } from '../core/clip-context.ts';
import { clipDocument } from '../core/clip-document.ts';
import { clipSelection } from '../core/clip-selection.ts';
import { ClipError, toFailure } from '../core/failure.ts';
import { partsIn } from '../core/parts/brought-parts.ts';
import type { PartName } from '../core/parts/part-names.ts';
import { neededParts, partsOf } from '../core/parts/parts.ts';
import { refuseDocument } from './refuse-document.ts';
import { rootOf, snapshot } from './snapshot.ts';

/** Clips the page that the script was injected into, or says which parts it lacks for that. Never throws. */
export function clipPage(): AnswerWith<PageArticle | Article> | PartsWanted {
  const address = location.href;
  try {
    refuseDocument(document);
    const needed = neededParts(rootOf(document), new Document());
    if (!areAtHand(needed)) return { wanted: needed };
    const { copy, selection, hasShadowTrees } = snapshot(document);
    // What shadow trees hold is seen in the copy only.
    const all = hasShadowTrees ? neededParts(copy.documentElement, copy) : needed;
    if (!areAtHand(all)) return { wanted: all };
    const context: ClipContext = { url: address, now: new Date(), parts: partsOf(all, partsIn(globalThis)) };
    return { ok: true, address, ...clipStory(copy, context, selection && clipSelection(copy, selection, context)) };
  } catch (error) {
    const failure = toFailure(error);
    // What is not there yet may still come.
    const isHalfThere = failure.code === 'no-article' && document.readyState === 'loading';
    return { ok: false, address, failure: isHalfThere ? { ...failure, code: 'page-not-loaded' } : failure };
  }
}

function areAtHand(names: readonly PartName[]): boolean {
  const atHand = partsIn(globalThis);
  return names.every((name) => atHand[name]);
}

/** The page's story beside what was selected; where the page has no story of its own, what was selected is it. */
function clipStory(
  copy: Document,
  context: ClipContext,
  selected: ClippedStory | undefined,
): { article: PageArticle | Article; selection?: PageArticle | Article } {
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
function finished({ article, story }: ClippedStory, { now }: ClipContext): PageArticle | Article {
  const { finish } = partsIn(globalThis);
  return finish ? finish.finishArticle(article, story, now) : article;
}
