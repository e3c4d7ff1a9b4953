import { useTranslator } from '../shared/translation.tsx';
import type { PopupStore } from './store.ts';

/** The places that this clip may go to, several at once. */
export function PlacePicker({ store }: { readonly store: PopupStore }) {
  const { t } = useTranslator();
  const place = store.place.value;
  if (!place) return null;
  const { all, chosen } = place;
  return (
    <fieldset class="place-list">
      <legend class="aside-for-readers">{t('choosePlaces')}</legend>
      {all.map(({ id, name }) => {
        const isChosen = chosen.includes(id);
        return (
          <label key={id} class="place-choice">
            <input
              type="checkbox"
              checked={isChosen}
              // The last one stays: a clip goes somewhere.
              disabled={isChosen && chosen.length === 1}
              onChange={() =>
                store.pickPlaces(all.map((each) => each.id).filter((each) => chosen.includes(each) !== (each === id)))
              }
            />
            <span>{name || t('placeDownloads')}</span>
          </label>
        );
      })}
    </fieldset>
  );
}
