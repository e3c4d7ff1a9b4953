import { authoredArticle } from '../../core/authored-article.ts';
import { ClipError, toFailure } from '../../core/model/failure.ts';
import type { PagesAnswer, PagesTask } from '../../core/model/pages-task.ts';
import { PAGES_KEY, TASK_KEY } from '../../core/model/task-key.ts';
import { type RegisteredModules, registeredModules, removeCompletion } from '../../core/modules/registered-modules.ts';
import { findPages } from '../../core/pages/find-pages.ts';
import { joinPages } from '../../core/pages/join-pages.ts';
import { seePages } from '../../core/pages/see-pages.ts';
import { drawByStyleSheets } from '../../core/static-page/draw-by-style-sheets.ts';
import { embeddedSheets } from '../../core/static-page/embedded-sheets.ts';
import { hideByStyleSheets } from '../../core/static-page/hide-by-style-sheets.ts';
import { requestPage } from './request-page.ts';

/** As many as the content script reads of a page that is shown. */
const MOST_ELEMENTS = 120_000;

/** Does what the task left in this world asks for; without one, looks for further pages. Never throws. */
export async function runPagesTask(): Promise<PagesAnswer> {
  try {
    return { ok: true, ...(await answerTo(takeTask())) };
  } catch (error) {
    return { ok: false, failure: toFailure(error) };
  } finally {
    removeCompletion(globalThis);
  }
}

function takeTask(): PagesTask {
  const task: PagesTask = Object.hasOwn(globalThis, PAGES_KEY) ? Reflect.get(globalThis, PAGES_KEY) : { kind: 'see' };
  Reflect.deleteProperty(globalThis, PAGES_KEY);
  return task;
}

async function answerTo(task: PagesTask): Promise<Omit<Extract<PagesAnswer, { ok: true }>, 'ok'>> {
  switch (task.kind) {
    case 'see': {
      const modules = registeredModules(globalThis);
      // Where the content script has not run, the tab has gone on to another page than the one that was clipped.
      return modules.clip ? { seen: seePages(document, location.href, modules) } : {};
    }
    case 'read':
      return clipFurtherPage(task);
    case 'join': {
      const parser = new DOMParser();
      const parse = (html: string) => parser.parseFromString(html, 'text/html').body;
      return { article: joinPages(task, { parse, toMarkdown: modulesAtHand().complete.toMarkdown }) };
    }
  }
}

/** Fetches and clips a page of the story as it was sent: its scripts do not run. */
async function clipFurtherPage({ url, rule }: Extract<PagesTask, { kind: 'read' }>) {
  const { document: page, address } = await requestPage(url);
  if (page.getElementsByTagName('*').length > MOST_ELEMENTS) throw new ClipError('too-large');
  const sheets = embeddedSheets(page, CSSStyleSheet);
  hideByStyleSheets(page, sheets);
  drawByStyleSheets(page, sheets);
  const { clip, complete, ...all } = modulesAtHand();
  const modules = clip.modulesOf(clip.requiredModules(page.documentElement, page), all);
  const seen = findPages(page, address);
  if (rule) Object.defineProperty(globalThis, TASK_KEY, { value: { rule }, configurable: true });
  const blocks = rule && all.blocks?.(page, address);
  const now = new Date();
  const { article, story } = clip.clipDocument(page, {
    ...{ url: address, now, modules },
    ...(blocks ? { blocks, ownSiteRules: blocks.ownSiteRules } : {}),
  });
  return { article: complete.completeArticle(authoredArticle(article, modules), story, now), seen };
}

type AtHand = Pick<RegisteredModules, 'clip' | 'complete'> & Partial<RegisteredModules>;

/** @throws {Error} where the caller has not injected what this needs. */
function modulesAtHand(): AtHand {
  const { clip, complete, ...others } = registeredModules(globalThis);
  if (!clip || !complete) throw new Error('the modules that clip are not there');
  return { clip, complete, ...others };
}
