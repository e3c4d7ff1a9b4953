import type { Article } from '../core/article.ts';
import type { ClipAnswer } from '../core/clip-answer.ts';
import type { ClipContext } from '../core/clip-context.ts';
import { clipDocument } from '../core/clip-document.ts';
import { clipSelection } from '../core/clip-selection.ts';
import { ClipError, toFailure } from '../core/failure.ts';
import { refuseDocument } from './refuse-document.ts';
import { snapshot } from './snapshot.ts';
import { whenParsed } from './when-parsed.ts';

function clip(): ClipAnswer {
  const address = location.href;
  const context: ClipContext = { url: address, now: new Date() };
  try {
    refuseDocument(document);
    const { copy, selection: selected } = snapshot(document);
    const selection = selected && clipSelection(copy, selected, context);
    return { ok: true, address, ...clipStory(copy, context, selection) };
  } catch (error) {
    const failure = toFailure(error);
    // What is not there yet may still come.
    const isHalfThere = failure.code === 'no-article' && document.readyState === 'loading';
    return { ok: false, address, failure: isHalfThere ? { ...failure, code: 'page-not-loaded' } : failure };
  }
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

/** The build makes this the script's last expression, which `executeScript` hands back as its result. */
export default whenParsed(document, clip);
