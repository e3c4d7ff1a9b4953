import { useTranslator } from '../shared/translation.tsx';
import { Row } from './section.tsx';
import { readPlaces } from './site-fields.ts';

interface PlacesFieldProps {
  /** As typed; see `readPlaces`. */
  readonly places: string;
  readonly onInput: (places: string) => void;
}

/** The sites that a rule or a default is for. Shows a fault once something malformed is typed. */
export function PlacesField({ places, onInput }: PlacesFieldProps) {
  const { t } = useTranslator();
  return (
    <Row
      for="site-places"
      label={t('sitePlaces')}
      hint={t('sitePlacesHint')}
      fault={places.trim() !== '' && !readPlaces(places) ? t('sitePlacesFaulty') : undefined}
    >
      <input
        id="site-places"
        class="field"
        value={places}
        spellcheck={false}
        aria-describedby="site-places-note"
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </Row>
  );
}
