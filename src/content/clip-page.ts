import type { Article } from '../core/article.ts';
import type { ClipAnswer, PartsWanted } from '../core/clip-answer.ts';
import type { ClipContext } from '../core/clip-context.ts';
import { clipDocument } from '../core/clip-document.ts';
import { clipSelection } from '../core/clip-selection.ts';
import { ClipError, toFailure } from '../core/failure.ts';
import { neededParts, partsFor } from '../core/parts/parts.ts';
import { partsAtHand } from './parts/bring-part.ts';
import { refuseDocument } from './refuse-document.ts';
import { rootOf, type Snapshot, snapshot } from './snapshot.ts';

/** Clips the page that the script was injected into, or says which parts it lacks for that. Never throws. */
export function clipPage(): ClipAnswer | PartsWanted {
  const address = location.href;
  try {
    refuseDocument(document);
    // Asked before the snapshot, which takes longer, and again after it, which shows what stands in shadow trees.
    return partsWanted(rootOf(document)) ?? clipSnapshot(snapshot(document), address);
  } catch (error) {
    const failure = toFailure(error);
    // What is not there yet may still come.
    const isHalfThere = failure.code === 'no-article' && document.readyState === 'loading';
    return { ok: false, address, failure: isHalfThere ? { ...failure, code: 'page-not-loaded' } : failure };
  }
}

function partsWanted(root: Element): PartsWanted | undefined {
  const atHand = partsAtHand();
  const wanted = neededParts(root).filter((name) => !atHand[name]);
  return wanted.length > 0 ? { wanted } : undefined;
}

function clipSnapshot({ copy, selection: selected }: Snapshot, address: string): ClipAnswer | PartsWanted {
  const wanted = partsWanted(copy.documentElement);
  if (wanted) return wanted;
  const parts = partsFor(copy.documentElement, partsAtHand());
  const context: ClipContext = { url: address, now: new Date(), parts };
  const selection = selected && clipSelection(copy, selected, context);
  return { ok: true, address, ...clipStory(copy, context, selection) };
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
