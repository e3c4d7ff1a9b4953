import { type ReadonlySignal, signal } from '@preact/signals';
import type { Place, PopupPorts } from './ports.ts';

/** Where the clip goes: where posts of its preset go, until the user picks other places. */
export interface PlaceChoice {
  /** Absent until the library has answered. */
  readonly place: ReadonlySignal<Place | undefined>;
  /** The places that the user picked for this clip. */
  picked(): readonly string[] | undefined;
  /** Shows where a post of the preset goes. Rejects where the library does not answer. */
  show(presetId: string): Promise<void>;
  /** Sends the clip to these places. At least one stays. */
  pick(ids: readonly string[], presetId: string): Promise<void>;
}

export function createPlaceChoice(ports: Pick<PopupPorts, 'place'>): PlaceChoice {
  const place = signal<Place | undefined>(undefined);
  let picked: readonly string[] | undefined;

  async function show(presetId: string): Promise<void> {
    place.value = await ports.place(presetId, picked);
  }

  return {
    place,
    picked: () => picked,
    show,
    async pick(ids, presetId) {
      if (ids.length === 0) return;
      picked = ids;
      await show(presetId);
    },
  };
}
