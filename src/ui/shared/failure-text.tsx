import type { Failure } from '../../core/model/failure.ts';
import { keyPart } from '../../i18n/messages.ts';
import { useTranslator } from './translation.tsx';

/** What went wrong, and what to do now; the raw cause folded away. */
export function FailureText({ failure }: { readonly failure: Failure }) {
  const { t } = useTranslator();
  const code = keyPart(failure.code);
  return (
    <>
      {t(`failure_${code}`)} {t(`hint_${code}`)}
      {failure.code === 'unexpected' && failure.detail !== '' && (
        <details class="failure-detail">
          <summary>{t('details')}</summary>
          <code>{failure.detail}</code>
        </details>
      )}
    </>
  );
}
