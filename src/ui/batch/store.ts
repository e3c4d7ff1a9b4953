import { effect, signal } from '@preact/signals';
import type { RunnerState } from '../../app/job-runner.ts';
import { type Failure, toFailure } from '../../core/model/failure.ts';
import { createComposer } from './composer.ts';
import { createJobs } from './jobs.ts';
import type { BatchPorts } from './ports.ts';

/** The page's state. */
export type BatchStore = ReturnType<typeof createBatchStore>;

export function createBatchStore(ports: BatchPorts) {
  const jobs = createJobs(ports);
  const composer = createComposer(ports);
  const runner = signal<RunnerState>('elsewhere');
  const failure = signal<Failure | undefined>(undefined);
  effect(() => {
    if (typeof runner.value === 'object') failure.value = runner.value;
  });

  /** Does something to the batches; says what kept it from being done. */
  async function attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      failure.value = undefined;
    } catch (error) {
      failure.value = toFailure(error);
    }
  }

  return {
    ports,
    jobs,
    composer,
    runner,
    failure,
    attempt,
    /** Shows a batch; without an id, the new one. */
    show: (id: string) => attempt(() => jobs.open(id)),
    start: () =>
      attempt(async () => {
        const id = await composer.start();
        if (id === undefined) return;
        ports.changes.announce({ kind: 'jobs', ids: [id] });
        await jobs.open(id);
      }),
  };
}
