import type { ClipAnswer } from '../../core/model/clip-answer.ts';
import type { PagesSeen } from '../../core/model/pages-seen.ts';
import type { PagesProgress } from '../../core/pages/read-pages.ts';
import type { PagePorts } from './ports.ts';

/** The further pages of the story, as the popup shows them. */
export interface FurtherPages {
  readonly seen: PagesSeen;
  /** Whether the user wants them. */
  readonly areWanted: boolean;
}

interface WholeStory {
  readonly answer: ClipAnswer;
  readonly pages?: FurtherPages;
}

/**
 * Completes an answer with the further pages of its story, where there are any and they are wanted. A part of the page that
 * the user selected or picked is meant as it is: the pages are offered beside a selection only, and not read.
 *
 * @param wanted undefined: the user has not said.
 * @param stop makes what ends the reading at a press.
 */
export async function withFurtherPages(
  answer: ClipAnswer,
  { see, clip }: PagePorts,
  wanted: boolean | undefined,
  onProgress: (progress: PagesProgress) => void,
  stop: () => AbortSignal,
): Promise<WholeStory> {
  const seen = answer.ok && !answer.picked ? await see() : undefined;
  if (!answer.ok || !seen) return { answer };
  const areWanted = wanted ?? !answer.selection;
  if (!areWanted) return { answer, pages: { seen, areWanted } };
  const article = await clip({ article: answer.article, seen }, onProgress, stop());
  return { answer: { ...answer, article }, pages: { seen, areWanted } };
}
