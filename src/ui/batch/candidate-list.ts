import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { knownAddresses } from '../../library/queries/known-addresses.ts';
import type { Library } from '../../library/store/database.ts';
import { type Candidate, candidatesOf, createFilter, type Found, hostsOf } from './candidates.ts';

/** The addresses that a source found, which of them are listed, and which are chosen. */
export type CandidateList = ReturnType<typeof createCandidateList>;

export function createCandidateList(library: Library) {
  const candidates = signal<readonly Candidate[]>([]);
  const filter = signal('');
  const chosen = signal<ReadonlySet<number>>(new Set());
  /** The row that the keyboard is on; −1: none. */
  const at = signal(-1);
  let round = 0;

  const listed = computed(() => {
    const passes = createFilter(filter.value);
    return candidates.value.filter(passes);
  });
  const picked = computed(() => listed.value.filter(({ n }) => chosen.value.has(n)));

  return {
    candidates: candidates as ReadonlySignal<readonly Candidate[]>,
    filter,
    chosen: chosen as ReadonlySignal<ReadonlySet<number>>,
    at,
    listed,
    picked,
    hosts: computed(() => hostsOf(picked.value)),

    /**
     * Lists what a source found. What is new is chosen, unless the source says which.
     * @returns false where something else was listed, or the list cleared, in the meantime.
     */
    async list(found: readonly Found[]): Promise<boolean> {
      const turn = ++round;
      const known = await knownAddresses(
        library,
        found.map(({ url }) => url),
      );
      if (turn !== round) return false;
      const sorted = candidatesOf(found, known);
      const isWanted = ({ n, status }: Candidate): boolean => status === 'new' && (found[n]?.isChosen ?? true);
      candidates.value = sorted;
      chosen.value = new Set(sorted.filter(isWanted).map(({ n }) => n));
      at.value = -1;
      return true;
    },
    empty(): void {
      round++;
      candidates.value = [];
      chosen.value = new Set();
      filter.value = '';
    },
    /** Chooses these addresses and no others, and lists all. */
    chooseAddresses(urls: readonly string[]): void {
      const wanted = new Set(urls);
      chosen.value = new Set(candidates.value.filter(({ url }) => wanted.has(url)).map(({ n }) => n));
      filter.value = '';
    },
    /** @param place of the row in the list. @param isRange all rows from the one that the keyboard is on to it. */
    toggle(place: number, isRange: boolean): void {
      const rows = listed.value;
      const [from, to] = isRange && at.value >= 0 ? [at.value, place].toSorted((a, b) => a - b) : [place, place];
      const row = rows[place];
      if (!row) return;
      const next = new Set(chosen.value);
      const isOn = isRange || !next.has(row.n);
      for (const { n } of rows.slice(from, (to ?? place) + 1)) {
        if (isOn) next.add(n);
        else next.delete(n);
      }
      chosen.value = next;
    },
    /** Chooses, of the rows that are listed, all, those that are new, or none. */
    pick(which: 'all' | 'new' | 'none'): void {
      const rows = listed.value.filter(({ status }) => which === 'all' || (which === 'new' && status === 'new'));
      chosen.value = new Set(rows.map(({ n }) => n));
    },
  };
}
