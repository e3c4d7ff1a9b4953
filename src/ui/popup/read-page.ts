import { clipTab, clipTabWithAuthors } from '../../app/clip-tab.ts';
import { authoredArticle } from '../../core/authored-article.ts';
import type { ExtractedArticle } from '../../core/model/article.ts';
import type { AnswerWith, ClipAnswer, PageAnswer } from '../../core/model/clip-answer.ts';
import { toFailure } from '../../core/model/failure.ts';
import type { EarlyClip } from '../../platform/early-clip.ts';
import { type AuthorModules, loadAuthors } from '../../platform/load-authors.ts';
import { loadCompletion } from '../../platform/load-completion.ts';
import type { Tab } from '../../platform/tabs.ts';
import { nextPaint } from '../shared/next-paint.ts';
import { parseInert } from '../shared/parse-inert.ts';
import type { FrameStory } from './frame-story.ts';
import type { PageReading } from './ports.ts';
import { storyAtOnce } from './story-at-once.ts';

/**
 * Clips a tab. What completes the clip is loaded when the story is on the screen: before that it would compete with the
 * page's script for the processor. Never rejects.
 */
export function readPage(tab: Tab, begun: BegunReading = {}): PageReading {
  const now = new Date();
  const shown = readAndDraw(tab, begun);
  return {
    shown,
    async complete() {
      const answer = await shown;
      // The editor draws now what the frame has not drawn.
      if (!begun.frame?.isDrawn()) await nextPaint();
      return complete(answer, tab, now);
    },
  };
}

/** What there is of a reading before it is asked for. */
interface BegunReading {
  /** The clip that the popup's first lines have begun. */
  readonly early?: EarlyClip | undefined;
  /** Where the story is drawn before the editor. */
  readonly frame?: FrameStory | undefined;
}

async function readAndDraw(tab: Tab, { early, frame }: BegunReading): Promise<PageAnswer> {
  const answer = await clipTab(tab, early);
  if (!answer.ok || !frame || frame.isDrawn()) return answer;
  const story = storyAtOnce(answer, tab.url);
  if (!story) return answer;
  frame.draw(story);
  await nextPaint();
  return answer;
}

async function complete(answer: PageAnswer, tab: Tab, now: Date): Promise<ClipAnswer> {
  if (!answer.ok) return answer;
  try {
    const { authors } = answer.article;
    const languages = 'value' in authors ? [] : authors.languages;
    const [{ completeArticle }, modules] = await Promise.all([loadCompletion(), loadAuthors(languages)]);
    const decided = isDecided(answer.article, modules) ? answer : await clipTabWithAuthors(tab);
    return answerWith(decided, (article) =>
      completeArticle(authoredArticle(article, modules), parseInert(article.html), now),
    );
  } catch (error) {
    return { ok: false, pageUrl: tab.url, failure: toFailure(error) };
  }
}

/** Whether no line of the story turned out to be an author's name. */
function isDecided(article: ExtractedArticle, modules: AuthorModules): boolean {
  const { value } = authoredArticle(article, modules).authors;
  return !modules.authors.isNamedIn(value, article.undecided);
}

/** Returns an answer with what `write` returns for each of its articles. */
function answerWith<From, To>(answer: AnswerWith<From>, write: (article: From) => To): AnswerWith<To> {
  if (!answer.ok) return answer;
  const { selection, article, ...rest } = answer;
  return { ...rest, article: write(article), ...(selection ? { selection: write(selection) } : {}) };
}
