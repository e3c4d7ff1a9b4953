import { useTranslator } from '../shared/translation.tsx';
import type { OptionsStore } from './store.ts';

/** The places that posts of a preset go to. Shown where there is more than one to choose from. */
export function PresetPlaces({ store, presetId }: { readonly store: OptionsStore; readonly presetId: string }) {
  const { t } = useTranslator();
  const { folders, presetTargets } = store.state.value;
  if (folders.length === 0) return null;
  const chosen = presetTargets[presetId] ?? [];
  const places = [{ id: 'downloads', name: t('placeDownloads') }, ...folders];
  const toggle = (id: string, isChosen: boolean): void => {
    const ids = places.map((place) => place.id).filter((each) => (each === id ? isChosen : chosen.includes(each)));
    void store.places.chooseFor(presetId, ids);
  };
  return (
    <fieldset class="preset-places" aria-describedby="preset-places-note">
      <legend>{t('presetPlaces')}</legend>
      {places.map(({ id, name }) => (
        <label key={id} class="tick">
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={(event) => toggle(id, event.currentTarget.checked)}
          />
          {name}
        </label>
      ))}
      <p class="note" id="preset-places-note">
        {t('presetPlacesHint')}
      </p>
    </fieldset>
  );
}
