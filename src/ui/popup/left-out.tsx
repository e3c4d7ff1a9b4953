import type { Removal } from '../../core/article.ts';
import { Icon } from '../shared/icon.tsx';
import { useTranslator } from '../shared/translation.tsx';

/** A page can have thousands of empty slots; nobody reads that far. */
const ROWS_SHOWN = 200;

interface LeftOutProps {
  readonly trace: readonly Removal[];
  readonly onClose: () => void;
}

/** What of the page is not in the clip, and why. Blocks with text come first: they are what could be missed. */
export function LeftOut({ trace, onClose }: LeftOutProps) {
  const { t } = useTranslator();
  const rows = [...trace.filter(({ text }) => text !== ''), ...trace.filter(({ text }) => text === '')];
  return (
    <div id="left-out" class="left-out">
      <div class="left-out-top">
        <h2>{t('leftOutHeading')}</h2>
        <button type="button" class="button plain" onClick={onClose}>
          <Icon name="close" />
          {t('backToPreview')}
        </button>
      </div>
      <ul>
        {rows.slice(0, ROWS_SHOWN).map((row, at) => (
          <li key={at}>
            <p dir="auto">{row.text === '' ? <span class="note">{t('leftOutNothing')}</span> : row.text}</p>
            <p class="note">
              {row.pass} · {row.reason}
            </p>
          </li>
        ))}
      </ul>
      {rows.length > ROWS_SHOWN && <p class="note">{t('leftOutMore', String(rows.length - ROWS_SHOWN))}</p>}
    </div>
  );
}
