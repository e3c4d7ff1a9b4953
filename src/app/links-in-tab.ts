import { ClipError } from '../core/model/failure.ts';
import type { PageLinks } from '../core/page-links.ts';
import { isPageLinks } from '../core/page-links-schema.ts';
import { explainRejection } from '../platform/explain-rejection.ts';
import { messageOf } from '../platform/last-result.ts';
import { runInTab } from '../platform/run-in-tab.ts';
import { findTab } from '../platform/tabs.ts';

/** The links of the page that a tab shows. @throws {ClipError} where the browser does not let it be read. */
export async function linksInTab(tabId: number): Promise<PageLinks> {
  const links = await runInTab(tabId, ['page-links.js']).catch(async (error: unknown) => {
    const message = messageOf(error);
    const tab = await findTab(tabId);
    throw new ClipError(explainRejection(message, tab?.url ?? ''), message);
  });
  if (!isPageLinks(links)) throw new ClipError('unexpected', 'no answer');
  return links;
}
