import type { ClipAnswer } from '../core/clip-answer.ts';
import { clipDocument } from '../core/clip-document.ts';
import { toFailure } from '../core/failure.ts';
import { snapshot } from './snapshot.ts';

function clip(): ClipAnswer {
  const address = location.href;
  try {
    const copy = snapshot(document);
    return { ok: true, address, article: clipDocument(copy, { url: address, window, now: new Date() }) };
  } catch (error) {
    return { ok: false, address, failure: toFailure(error) };
  }
}

/** The build makes this the script's last expression, which `executeScript` hands back as its result. */
export default clip();
