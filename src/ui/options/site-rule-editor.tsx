import { useState } from 'preact/hooks';
import type { SiteRule } from '../../core/model/site-rule.ts';
import { useTranslator } from '../shared/translation.tsx';
import { PlacesField } from './places-field.tsx';
import { Row } from './section.tsx';
import { faultySelector, readPlaces, readSelectors, withSelectors } from './site-fields.ts';

interface SiteRuleEditorProps {
  readonly rule: SiteRule;
  readonly onSave: (rule: SiteRule) => void;
  readonly onCancel: () => void;
}

const LISTS = ['take', 'drop', 'keep'] as const;
const LABELS = { take: 'siteTake', drop: 'siteDrop', keep: 'siteKeep' } as const;

/** A rule for a site: what is the story, what does not belong to it, what does. */
export function SiteRuleEditor({ rule, onSave, onCancel }: SiteRuleEditorProps) {
  const { t } = useTranslator();
  const [places, setPlaces] = useState(rule.places.join(', '));
  const [typed, setTyped] = useState({
    take: (rule.take ?? []).join('\n'),
    drop: (rule.drop ?? []).join('\n'),
    keep: (rule.keep ?? []).join('\n'),
  });
  const sites = readPlaces(places);
  const lists = { take: readSelectors(typed.take), drop: readSelectors(typed.drop), keep: readSelectors(typed.keep) };
  const faulty = faultySelector(Object.values(lists).flat());
  const isEmpty = Object.values(lists).every(({ length }) => length === 0);
  const canSave = sites !== undefined && faulty === undefined && !isEmpty;
  return (
    <form
      class="site-editor"
      onSubmit={(event) => {
        event.preventDefault();
        if (canSave) onSave(withSelectors({ ...rule, places: sites }, lists));
      }}
    >
      <PlacesField places={places} onInput={setPlaces} />
      {LISTS.map((name) => {
        const wrong = lists[name].find((selector) => selector === faulty);
        return (
          <Row
            key={name}
            for={`site-${name}`}
            label={t(LABELS[name])}
            hint={t('siteSelectorsHint')}
            fault={wrong === undefined ? undefined : t('siteSelectorFaulty', wrong)}
          >
            <textarea
              id={`site-${name}`}
              class="field code"
              rows={Math.max(2, lists[name].length + 1)}
              spellcheck={false}
              dir="ltr"
              value={typed[name]}
              aria-describedby={`site-${name}-note`}
              onInput={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })}
            />
          </Row>
        );
      })}
      <p class="actions">
        <button type="submit" class="button primary" aria-disabled={!canSave}>
          {t('save')}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {t('cancel')}
        </button>
      </p>
    </form>
  );
}
