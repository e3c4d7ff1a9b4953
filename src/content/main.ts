import type { Article } from '../core/article.ts';
import { clipDocument } from '../core/clip-document.ts';
import { type Failure, toFailure } from '../core/failure.ts';
import { snapshot } from './snapshot.ts';

/** What the injected script answers: its last expression, so `executeScript` hands it back as the result. */
export type ClipAnswer =
  | { readonly ok: true; readonly article: Article; readonly selection?: Article }
  | { readonly ok: false; readonly failure: Failure };

function clip(): ClipAnswer {
  try {
    const copy = snapshot(document);
    return { ok: true, article: clipDocument(copy, { url: location.href, window, now: new Date() }) };
  } catch (error) {
    return { ok: false, failure: toFailure(error) };
  }
}

export default clip();
