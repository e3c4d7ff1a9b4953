import type { Delivery } from '../../../src/library/model/delivery.ts';
import { askForDrain, queueClips, rowsIn } from './outbox.ts';
import type { TestBrowser, View } from './test-browser.ts';

/** The library's outbox of a running browser, through a page of the extension. */
export interface Outbox {
  /** Keeps clips as Save does, for one target. Each version has a text of its own. */
  queue(targetId: string, ids: readonly string[], text?: string): Promise<void>;
  /** Asks the background to deliver, without waiting. */
  begin(): Promise<void>;
  /** Asks the background to deliver, and waits until it has done what it can. */
  drain(): Promise<void>;
  /** A line for each clip: its id, its state, and the code of the failure where there is one. */
  states(): Promise<string[]>;
  /** The id of the folder that was connected last. */
  folderId(): Promise<string>;
}

export async function openOutbox(browser: TestBrowser): Promise<Outbox> {
  const page: View = await browser.openOwnPage('ui/library/index.html');
  return {
    queue: (targetId, ids, text = 'text') => page.run(queueClips, targetId, ids, text),
    begin: () => page.run(askForDrain, false),
    drain: () => page.run(askForDrain, true),
    async states() {
      const rows = (await page.run(rowsIn, 'deliveries')) as Delivery[];
      return rows.map(({ clipId, state, failure }) => [clipId, state, failure?.code].filter(Boolean).join(' '));
    },
    async folderId() {
      const targets = (await page.run(rowsIn, 'targets')) as { id: string; kind: string }[];
      return targets.findLast(({ kind }) => kind !== 'downloads')?.id ?? '';
    },
  };
}
