import { signal } from '@preact/signals';
import type { JobWay } from '../../library/model/job.ts';
import type { FeedForm } from './feeds.ts';
import type { BatchPorts } from './ports.ts';

/** How the pages of a batch are read, and what becomes of them. */
export type BatchForm = ReturnType<typeof createBatchForm>;

export function createBatchForm(ports: Pick<BatchPorts, 'presetId' | 'targetId'>) {
  const way = signal<JobWay>('fetched');
  const tags = signal<readonly string[]>([]);
  const presetId = signal(ports.presetId);
  const targetId = signal(ports.targetId);

  function set(form: FeedForm): void {
    way.value = form.way;
    tags.value = form.tags;
    presetId.value = form.presetId;
    targetId.value = form.targetId;
  }

  return {
    way,
    tags,
    presetId,
    targetId,
    form: (): FeedForm => ({
      way: way.value,
      tags: tags.value,
      presetId: presetId.value,
      targetId: targetId.value,
    }),
    set,
    /** Back to what a new batch starts with. */
    reset: () => set({ way: 'fetched', tags: [], presetId: ports.presetId, targetId: ports.targetId }),
  };
}
