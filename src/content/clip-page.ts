import type { Article } from '../core/article.ts';
import type { ClipAnswer, PartsWanted } from '../core/clip-answer.ts';
import type { ClipContext } from '../core/clip-context.ts';
import { clipDocument } from '../core/clip-document.ts';
import { clipSelection } from '../core/clip-selection.ts';
import { ClipError, toFailure } from '../core/failure.ts';
import type { PartName } from '../core/parts/part-names.ts';
import { neededParts, partsOf } from '../core/parts/parts.ts';
import { partsAtHand } from './parts/bring-part.ts';
import { refuseDocument } from './refuse-document.ts';
import { rootOf, snapshot } from './snapshot.ts';

/** Clips the page that the script was injected into, or says which parts it lacks for that. Never throws. */
export function clipPage(): ClipAnswer | PartsWanted {
  const address = location.href;
  try {
    refuseDocument(document);
    const needed = neededParts(rootOf(document), new Document());
    if (!areAtHand(needed)) return { wanted: needed };
    const { copy, selection, hasShadowTrees } = snapshot(document);
    // What shadow trees hold is seen in the copy only.
    const all = hasShadowTrees ? neededParts(copy.documentElement, copy) : needed;
    if (!areAtHand(all)) return { wanted: all };
    const context: ClipContext = { url: address, now: new Date(), parts: partsOf(all, partsAtHand()) };
    return { ok: true, address, ...clipStory(copy, context, selection && clipSelection(copy, selection, context)) };
  } catch (error) {
    const failure = toFailure(error);
    // What is not there yet may still come.
    const isHalfThere = failure.code === 'no-article' && document.readyState === 'loading';
    return { ok: false, address, failure: isHalfThere ? { ...failure, code: 'page-not-loaded' } : failure };
  }
}

function areAtHand(names: readonly PartName[]): boolean {
  const atHand = partsAtHand();
  return names.every((name) => atHand[name]);
}

/** The page's story beside what was selected; where the page has no story of its own, what was selected is it. */
function clipStory(
  copy: Document,
  context: ClipContext,
  selection: Article | undefined,
): { article: Article; selection?: Article } {
  if (!selection) return { article: clipDocument(copy, context) };
  try {
    return { article: clipDocument(copy, context), selection };
  } catch (error) {
    if (error instanceof ClipError) return { article: selection };
    throw error;
  }
}
