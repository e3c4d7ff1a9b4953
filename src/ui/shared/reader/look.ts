import { type ReadonlySignal, signal } from '@preact/signals';
import { loadReaderLook, type ReaderLook, saveReaderLook } from '../../../settings/reader-look.ts';

/** How the story looks, and how that is changed. */
export interface LookControl {
  readonly look: ReadonlySignal<ReaderLook>;
  change(changes: Partial<ReaderLook>): void;
}

/** The look that the user chose last, for all stories and pages. */
export async function openLook(): Promise<LookControl> {
  const look = signal(await loadReaderLook());
  return {
    look,
    change(changes) {
      look.value = { ...look.value, ...changes };
      saveReaderLook(look.value).catch((error: unknown) => {
        console.warn('The look of the reader view cannot be kept.', error);
      });
    },
  };
}
