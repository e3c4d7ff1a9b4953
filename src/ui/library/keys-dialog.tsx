import { useTranslator } from '../shared/translation.tsx';
import { KEYS } from './keyboard.ts';

/** All keys, under `?`. */
export function KeysDialog() {
  const { t } = useTranslator();
  return (
    <dialog id="keys" class="keys" aria-labelledby="keys-heading">
      <h2 id="keys-heading">{t('keyboardKeys')}</h2>
      <dl>
        {KEYS.map(([key, wish]) => (
          <div key={key}>
            <dt>
              <kbd>{key === 'Escape' ? 'Esc' : key}</kbd>
            </dt>
            <dd>{t(`key_${wish}`)}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button type="submit" class="button">
          {t('close')}
        </button>
      </form>
    </dialog>
  );
}
