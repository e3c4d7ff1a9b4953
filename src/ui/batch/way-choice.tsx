import type { JobWay } from '../../library/model/job.ts';
import { useTranslator } from '../shared/translation.tsx';
import type { Composer } from './composer.ts';

const WAYS: readonly JobWay[] = ['fetched', 'tabs'];

/** Sites named one by one before the others are counted. */
const NAMED = 4;

/** The two ways to read pages, said plainly, and the sites that the browser will ask about. */
export function WayChoice({ composer }: { readonly composer: Composer }) {
  const { t, count, language } = useTranslator();
  const hosts = composer.hosts.value;
  const others = hosts.length - NAMED;
  const named = [...hosts.slice(0, NAMED), ...(others > 0 ? [count('sites', others)] : [])];
  return (
    <fieldset class="ways">
      <legend>{t('batchWay')}</legend>
      {WAYS.map((way) => (
        <label key={way} class="way">
          <input
            type="radio"
            name="way"
            checked={composer.way.value === way}
            onChange={() => {
              composer.way.value = way;
            }}
          />
          <span>
            <strong>{t(`way_${way}`)}</strong>
            <span class="note">{t(`way_${way}_hint`)}</span>
          </span>
        </label>
      ))}
      {hosts.length > 0 && (
        <p class="note sites">
          {t('batchSites', new Intl.ListFormat(language, { type: 'conjunction' }).format(named))}
        </p>
      )}
    </fieldset>
  );
}
