import { articleOfStory, type ClippedStory } from './article-of-story.ts';
import { extractBody } from './extract/body.ts';
import { shallowDocument } from './extract/shallow-document.ts';
import { readMetadata } from './metadata/metadata.ts';
import type { ClipContext } from './model/clip-context.ts';
import { ClipError } from './model/failure.ts';
import { runSteps, type Steps } from './model/steps.ts';

/**
 * The whole pure pipeline: a parsed page in, an `Article` out, but for the Markdown of its HTML.
 *
 * The document is consumed: passes change it. Hand in a copy.
 *
 * @throws {ClipError} `no-article`, `login-wall`, `scripts-needed` or `frameset`, never an empty article.
 */
export function clipDocument(page: Document, context: ClipContext): ClippedStory {
  return runSteps(clipInSteps(page, context));
}

/** As `clipDocument`, for a caller whose thread has other work as well. Nothing else may touch the document meanwhile. */
export function* clipInSteps(page: Document, context: ClipContext): Steps<ClippedStory> {
  const document = shallowDocument(page);
  yield 0.22;
  const fields = yield* readMetadata(document, context);
  yield 0.3;
  context.modules.maths?.textualiseMaths(document.documentElement);
  context.modules.code?.flattenCode(document.documentElement);
  const { root, ...found } = yield* extractBody(document, context, fields);
  yield 0.95;
  const clipped = articleOfStory(root, { fields, ...found });
  const { text, images } = clipped.article;
  if (text === '' && images.length === 0) throw new ClipError('no-article');
  return clipped;
}
