import type { Article, ArticleWarning } from './article.ts';
import type { ClipContext } from './clip-context.ts';
import { extractBody } from './extract/body.ts';
import { readMetadata } from './extract/metadata/metadata.ts';
import { sanitise } from './extract/sanitise.ts';
import { shallowDocument } from './extract/shallow-document.ts';
import { collectImages, readText } from './extract/story.ts';
import { ClipError } from './failure.ts';
import { textualiseMaths } from './markdown/maths/textualise-maths.ts';
import { toMarkdown } from './markdown/to-markdown.ts';

/**
 * The whole pure pipeline: a parsed page in, an `Article` out.
 *
 * The document is consumed: passes change it. Hand in a copy.
 *
 * @throws {ClipError} `no-article`, `login-wall`, `frameset` or `too-large`, never an empty article.
 */
export function clipDocument(page: Document, context: ClipContext): Article {
  const document = shallowDocument(page);
  const metadata = readMetadata(document, context);
  textualiseMaths(document.documentElement);
  const { root, trace, warnings: bodyWarnings } = extractBody(document, context, metadata);
  sanitise(root);
  const text = readText(root);
  const images = collectImages(root);
  if (text === '' && images.length === 0) throw new ClipError('no-article');

  const warnings: ArticleWarning[] = [...metadata.warnings, ...bodyWarnings];
  return {
    ...metadata.fields,
    html: root.innerHTML,
    markdown: toMarkdown(root),
    text,
    images,
    trace,
    warnings,
  };
}
