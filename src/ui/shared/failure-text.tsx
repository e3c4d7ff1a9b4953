import type { Failure } from '../../core/model/failure.ts';
import { keyPart } from '../../i18n/messages.ts';
import { useTranslator } from './translation.tsx';

/** Says what went wrong, and what to do now. */
export function FailureText({ failure }: { readonly failure: Failure }) {
  const { t } = useTranslator();
  const code = keyPart(failure.code);
  return (
    <>
      {t(`failure_${code}`)} {t(`hint_${code}`)}
      <FailureDetail failure={failure} />
    </>
  );
}

/** The raw cause, folded away, where only that tells what went wrong. */
export function FailureDetail({ failure }: { readonly failure: Failure }) {
  const { t } = useTranslator();
  if (failure.code !== 'unexpected' || failure.detail === '') return null;
  return (
    <details class="failure-detail">
      <summary>{t('details')}</summary>
      <code>{failure.detail}</code>
    </details>
  );
}
