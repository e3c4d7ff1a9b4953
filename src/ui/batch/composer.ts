import { computed, signal } from '@preact/signals';
import { createJob, type NewItem } from '../../library/commands/jobs.ts';
import { createBatchForm } from './batch-form.ts';
import { createCandidateList } from './candidate-list.ts';
import type { Candidate } from './candidates.ts';
import type { BatchPorts } from './ports.ts';
import { createSources } from './sources.ts';

/** A new batch, as far as it is put together: the source, the list of pages, and the form. */
export type Composer = ReturnType<typeof createComposer>;

export function createComposer(ports: BatchPorts) {
  const list = createCandidateList(ports.library);
  const form = createBatchForm(ports);
  const sources = createSources(ports, list, form);
  const refused = signal<readonly Candidate[] | undefined>(undefined);

  function newItem({ url, title, tabId, status }: Candidate): NewItem {
    const again = status === 'known' ? { again: true as const } : {};
    return { id: ports.newId(), url, title, ...again, ...(tabId === undefined ? {} : { tabId }) };
  }

  return {
    ...sources,
    ...list,
    ...form,
    /** The user has just not allowed the sites of the pages that are listed. */
    isRefused: computed(() => refused.value === list.candidates.value),
    /** Asks for the sites, first thing in the user gesture, and queues the batch. @returns its id; nothing where refused. */
    async start(): Promise<string | undefined> {
      const pages = list.picked.value;
      if (pages.length === 0) return undefined;
      const isAllowed = await ports.requestSites(pages.map(({ url }) => url));
      refused.value = isAllowed ? undefined : list.candidates.value;
      if (!isAllowed) return undefined;
      const { name, source, feedUrl, listText, clear } = sources;
      const id = ports.newId();
      await createJob(
        ports.library,
        { ...form.form(), id, name: name.value, source: source.value, state: 'running', createdAt: ports.now() },
        pages.map(newItem),
        feedUrl.value === '' ? undefined : feedUrl.value,
      );
      listText.value = '';
      clear();
      return id;
    },
  };
}
