import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Failure, FailureCode } from '../../core/model/failure.ts';
import { keyPart } from '../../i18n/messages.ts';
import { FailureDetail } from '../shared/failure-text.tsx';
import { sourceText } from '../shared/text-fields.ts';
import { useTranslator } from '../shared/translation.tsx';
import type { TabPage } from './ports.ts';

/** Failures that may be gone at a second try, without anything done in the page. */
const WORTH_RETRYING: ReadonlySet<FailureCode> = new Set([
  'page-not-loaded',
  'navigated',
  'no-article',
  'unexpected',
  'login-wall',
  'scripts-needed',
  'too-slow',
  'stopped',
]);

interface RefusalProps {
  readonly page: TabPage;
  readonly failure: Failure;
  readonly onRetry: () => void;
  /** Absent where there is nothing to close: then it is tried again. */
  readonly onClose: (() => void) | undefined;
  /** Lets the user pick the story on the page. */
  readonly onPick: () => void;
}

/** A page that cannot be clipped: which, why, and what can be done instead. */
export function Refusal({ page, failure, onRetry, onClose, onPick }: RefusalProps) {
  const { t } = useTranslator();
  const code = keyPart(failure.code);
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => button.current?.focus(), []);
  // The popup is as small as what is said. By a class: with `:has()` browsers match all rules anew at every change.
  useLayoutEffect(() => {
    const { classList } = document.documentElement;
    classList.add('refused');
    return () => classList.remove('refused');
  }, []);
  return (
    <section class="refusal" aria-label={t('headBand')}>
      {page.title !== '' && (
        <p class="headline" dir="auto">
          {page.title}
        </p>
      )}
      {page.url !== '' && (
        <p class="source" title={page.url}>
          {sourceText(page.url)}
        </p>
      )}
      {page.title + page.url !== '' && <hr class="cut" />}
      <div role="alert">
        <p class="refusal-why">{t(`failure_${code}`)}</p>
        <p class="refusal-hint">{t(`hint_${code}`)}</p>
      </div>
      <FailureDetail failure={failure} />
      <p class="refusal-buttons">
        {failure.code === 'no-article' && (
          <button type="button" class="button" onClick={onPick}>
            {t('pickStory')}
          </button>
        )}
        {!onClose || WORTH_RETRYING.has(failure.code) ? (
          <button ref={button} type="button" class="button" onClick={onRetry}>
            {t('retry')}
          </button>
        ) : (
          <button ref={button} type="button" class="button" onClick={onClose}>
            {t('close')}
          </button>
        )}
      </p>
    </section>
  );
}
