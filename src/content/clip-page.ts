import type { Article, PageArticle } from '../core/article.ts';
import type { ClippedStory } from '../core/article-of-story.ts';
import type { PageAnswer, PartsWanted } from '../core/clip-answer.ts';
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
export function clipPage(): PageAnswer | PartsWanted {
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
  selection: ClippedStory | undefined,
): { article: PageArticle; selection?: PageArticle } {
  if (!selection) return { article: articleOf(clipDocument(copy, context)) };
  try {
    return { article: articleOf(clipDocument(copy, context)), selection: articleOf(selection) };
  } catch (error) {
    if (error instanceof ClipError) return { article: articleOf(selection) };
    throw error;
  }
}

/** With its Markdown where what writes it was brought, for an asker that could not do so itself. */
function articleOf({ article, story }: ClippedStory): PageArticle & Partial<Article> {
  const { markdown } = partsIn(globalThis);
  return markdown ? { ...article, markdown: markdown.toMarkdown(story) } : article;
}
