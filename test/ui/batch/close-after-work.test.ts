import { expect, test, vi } from 'vitest';
import { claimItem, recordOutcome } from '../../../src/library/commands/job-items.ts';
import { setJobState } from '../../../src/library/commands/jobs.ts';
import type { JobItem, Outcome } from '../../../src/library/model/job.ts';
import { hasWorkLeft, itemsOfJob, listJobs } from '../../../src/library/queries/jobs.ts';
import type { Library } from '../../../src/library/store/database.ts';
import { closeAfterWork } from '../../../src/ui/batch/close-after-work.ts';
import { queueJob } from '../../fakes/job.ts';
import { temporaryLibrary } from '../../fakes/library.ts';

const SAVED: Outcome = { state: 'saved', clipId: 'c', title: 'Ferries' };
const REFUSED: Outcome = { state: 'refused', failure: { reason: 'pdf', detail: '' } };

/** A page that was opened behind the others to clip the stories of a batch. */
async function workPage(library: Library, isHidden = true) {
  const document = Object.assign(new EventTarget(), { hidden: isHidden });
  const log: string[] = [];
  let look = (): void => {};
  const say = (word: string) => async (): Promise<void> => void log.push(word);
  const page = {
    document,
    listJobs: () => listJobs(library),
    hasWorkLeft: () => hasWorkLeft(library),
    onChange(listener: () => void) {
      look = listener;
      return () => {
        look = () => {};
      };
    },
    deliver: say('deliver'),
    stop: say('stop'),
    close: say('close'),
    keep: say('keep'),
    restart: say('restart'),
  };
  await closeAfterWork(page);
  return {
    log,
    page,
    show() {
      document.hidden = false;
      document.dispatchEvent(new Event('visibilitychange'));
    },
    /** Writes down what came of the next page. */
    async finish(outcome: Outcome) {
      const item = (await itemsOfJob(library, 'batch')).find(({ state }) => state === 'waiting') as JobItem;
      const claimed = await claimItem(library, item.id, { holder: 'x', until: 1e15 });
      await recordOutcome(library, claimed ?? item, outcome, 1);
      look();
    },
  };
}

/** A batch has its last outcome; what a page does then takes a few turns. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 50));

test('closes when every page has an outcome, after what was saved is delivered', async () => {
  const library = temporaryLibrary();
  await queueJob(library, ['https://a.example/1', 'https://a.example/2']);
  const { log, finish } = await workPage(library);
  await finish(SAVED);
  await settled();
  expect(log).toEqual([]);
  await finish(SAVED);
  await vi.waitFor(() => expect(log).toEqual(['deliver', 'stop', 'close']));
});

test('stays where an outcome is to be looked at', async () => {
  const library = temporaryLibrary();
  await queueJob(library, ['https://a.example/1']);
  const { log, finish } = await workPage(library);
  await finish(REFUSED);
  await settled();
  expect(log).toEqual([]);
});

test('stays where a site is to be allowed first', async () => {
  const library = temporaryLibrary();
  await queueJob(library, ['https://a.example/1', 'https://b.example/1']);
  const { log, finish } = await workPage(library);
  await setJobState(library, 'batch', 'not-allowed');
  await finish(SAVED);
  await settled();
  expect(log).toEqual([]);
});

test('is the user’s own once it is looked at', async () => {
  const library = temporaryLibrary();
  await queueJob(library, ['https://a.example/1']);
  const { log, finish, show } = await workPage(library);
  show();
  await finish(SAVED);
  await settled();
  expect(log).toEqual(['keep']);
  expect((await workPage(library, false)).log).toEqual(['keep']);
});

test('begins anew for what is queued at the last moment', async () => {
  const library = temporaryLibrary();
  await queueJob(library, ['https://a.example/1']);
  const { log, finish, page } = await workPage(library);
  page.stop = async () => void (await queueJob(library, ['https://a.example/2'], { id: 'next' }));
  await finish(SAVED);
  await vi.waitFor(() => expect(log).toEqual(['deliver', 'restart']));
});
