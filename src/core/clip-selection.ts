import { articleOfStory, type ClippedStory } from './article-of-story.ts';
import { readMetadata } from './metadata/metadata.ts';
import type { ClipContext } from './model/clip-context.ts';
import { runSteps } from './model/steps.ts';
import { baseOf, resolveAddresses } from './text/addresses.ts';

/**
 * The page's story with only what the reader selected as its body. What is the story is the reader's to say, so
 * nothing is cleaned away but what was out of sight.
 *
 * @param document the page; it is only read.
 * @param root holds what was selected; it is consumed. Elements marked `hidden` are left out.
 */
export function clipSelection(document: Document, root: HTMLElement, context: ClipContext): ClippedStory {
  const fields = runSteps(readMetadata(document, context));
  context.modules.maths?.textualiseMaths(root);
  context.modules.code?.flattenCode(root);
  resolveAddresses(root, baseOf(document.documentElement, context.url));
  for (const unseen of root.querySelectorAll('[hidden]')) unseen.remove();
  return articleOfStory(root, { fields, trace: [], warnings: [], undecided: [] });
}
