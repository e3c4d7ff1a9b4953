import type { Article } from '../core/model/article.ts';
import { ClipError, type Failure } from '../core/model/failure.ts';
import {
  BLOCKS_MODULE,
  COMPLETION_MODULE,
  MODULE_NAMES,
  moduleFile,
  PAGES_MODULE,
} from '../core/model/module-names.ts';
import { isPagesAnswer, type PagesAnswer, type PagesTask } from '../core/model/pages-task.ts';
import { PAGES_KEY } from '../core/model/task-key.ts';
import { asOnePage } from '../core/pages/as-one-page.ts';
import { type PagesProgress, type ReadPage, readPages } from '../core/pages/read-pages.ts';
import { findSiteRule } from '../core/sites/find-site-rule.ts';
import { leaveValue } from '../platform/leave-task.ts';
import { runInTab } from '../platform/run-in-tab.ts';
import type { Tab } from '../platform/tabs.ts';
import { loadSiteSettings } from '../settings/site-settings.ts';

interface ClipPagesOptions {
  readonly onProgress: (progress: PagesProgress) => void;
  /** Ends the reading; the pages that are there are joined. */
  readonly signal: AbortSignal;
}

const SCRIPTS = ([...MODULE_NAMES, COMPLETION_MODULE, PAGES_MODULE] as const).map((name) => moduleFile(name));

/**
 * Reads the further pages of the story that a tab shows, from the page itself: its site, its cookies, one after another.
 * Returns the joined story, which names the pages that are missing. Never rejects: the first page is there in any case.
 *
 * @param first the tab's own page, clipped.
 */
export async function clipPagesInTab(tab: Tab, first: ReadPage, options: ClipPagesOptions): Promise<Article> {
  try {
    const rule = findSiteRule(tab.url, (await loadSiteSettings()).rules);
    const read = async ({ url }: { readonly url: string }): Promise<ReadPage> => {
      const task = { kind: 'read', url, ...(rule ? { rule } : {}) } as const;
      const { article, seen } = await ask(tab, task, rule ? [moduleFile(BLOCKS_MODULE)] : []);
      if (!article || !seen) throw new ClipError('unexpected', 'no answer');
      return { article, seen };
    };
    const { pages, missing, reasons } = await readPages(first, { read, ...options });
    if (reasons.size > 0) console.warn('Pages of the story could not be read.', reasons);
    const { article } = await ask(tab, { kind: 'join', pages, missing }, []);
    if (!article) throw new ClipError('unexpected', 'no answer');
    return article;
  } catch (error) {
    console.warn('The pages of the story could not be joined.', error);
    return asOnePage(first);
  }
}

/** @throws {ClipError} why the task is not done. */
async function ask(tab: Tab, task: PagesTask, before: readonly string[]): Promise<Extract<PagesAnswer, { ok: true }>> {
  await leaveValue(tab.id, PAGES_KEY, task);
  const answer = await runInTab(tab.id, [...before, ...SCRIPTS]);
  if (!isPagesAnswer(answer)) throw new ClipError('unexpected', 'no answer');
  if (!answer.ok) throw errorOf(answer.failure);
  return answer;
}

function errorOf({ code, detail }: Failure): ClipError {
  return new ClipError(code, detail);
}
