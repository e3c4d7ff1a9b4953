import { type ReadonlySignal, signal } from '@preact/signals';

/** Something that was done and can be taken back. */
export interface UndoStep {
  /** What was done, as the notice said it. */
  readonly text: string;
  /** @throws what kept it from being taken back; the step stays then. */
  readonly run: () => Promise<void>;
  /** Whether it waits at the foot of the page to be taken back, also after other notices. */
  readonly isOffered: boolean;
}

export interface UndoStack {
  /** The step that is taken back next. */
  readonly top: ReadonlySignal<UndoStep | undefined>;
  push(step: UndoStep): void;
  /** Takes the last step back, once. @returns what it was; nothing where there is none. */
  undo(): Promise<UndoStep | undefined>;
  /** Offers the last step no longer; it can still be taken back by its key. */
  hide(): void;
}

/** Older steps are forgotten. What they did can still be taken back from the trash and from earlier versions. */
const STEPS_KEPT = 50;

export function createUndoStack(): UndoStack {
  const steps = signal<readonly UndoStep[]>([]);
  const top = signal<UndoStep | undefined>(undefined);
  const set = (next: readonly UndoStep[]): void => {
    steps.value = next.slice(-STEPS_KEPT);
    top.value = next.at(-1);
  };
  return {
    top,
    push: (step) => set([...steps.value, step]),
    async undo() {
      const step = steps.value.at(-1);
      if (!step) return undefined;
      // Taken off first: a second press on the key is for the step before.
      set(steps.value.slice(0, -1));
      try {
        await step.run();
      } catch (error) {
        set([...steps.value, step]);
        throw error;
      }
      return step;
    },
    hide() {
      const step = steps.value.at(-1);
      if (step) set([...steps.value.slice(0, -1), { ...step, isOffered: false }]);
    },
  };
}
