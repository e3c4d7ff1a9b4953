import type { TriedSelector } from '../../../core/model/page-blocks.ts';
import { FailureText } from '../../shared/failure-text.tsx';
import { Icon } from '../../shared/icon.tsx';
import { useTranslator } from '../../shared/translation.tsx';
import type { RuleView as View } from '../choice.ts';
import type { PopupStore } from '../store.ts';
import { closeRule, keepRule, takeRuleBack } from './site-rule-actions.ts';

interface RuleViewProps {
  readonly store: PopupStore;
  readonly view: View;
}

/** A rule before it is kept: what it does, by which selectors, and how much of this page they match. */
export function RuleView({ store, view }: RuleViewProps) {
  const { t } = useTranslator();
  if (view.phase === 'making') {
    return (
      <p class="note takes-focus" tabIndex={-1}>
        {t('ruleMaking')}
      </p>
    );
  }
  if (view.phase === 'failed') {
    return (
      <div class="notice failed takes-focus" role="alert" tabIndex={-1}>
        <Icon name="warning" />
        <div>
          <FailureText failure={view.failure} />
        </div>
      </div>
    );
  }
  const [site = ''] = view.rule.places;
  const takeBack = async (): Promise<void> => {
    if (await takeRuleBack(store)) store.announce(t('ruleTakenBack', site));
  };
  if (view.phase === 'kept') {
    return (
      <p class="notice" role="status">
        <Icon name="check" />
        <span>
          {t('ruleKept', site)}{' '}
          <button type="button" class="link takes-focus" onClick={() => void takeBack()}>
            {t('undo')}
          </button>
        </span>
      </p>
    );
  }
  const { take, keep, drop, failed } = view.proposal;
  const isEmpty = take.length + keep.length + drop.length === 0;
  return (
    <section class="rule" aria-labelledby="rule-heading">
      <h2 id="rule-heading" class="takes-focus" tabIndex={-1}>
        {t('ruleHeading', site)}
      </h2>
      <Selectors label={t('ruleTakes')} selectors={take} />
      <Selectors label={t('ruleKeeps')} selectors={keep} />
      <Selectors label={t('ruleDrops')} selectors={drop} />
      {failed.map((text) => (
        <p key={text} class="note">
          {t('ruleFailed', text.slice(0, 80))}
        </p>
      ))}
      <p class="choice-line">
        {isEmpty ? (
          <span role="alert">{t('ruleNone')}</span>
        ) : (
          <button type="button" class="button" onClick={() => void keepRule(store, view.rule)}>
            {t('keepRule')}
          </button>
        )}
        <button type="button" class="button plain" onClick={() => closeRule(store)}>
          {t('cancel')}
        </button>
      </p>
    </section>
  );
}

function Selectors({ label, selectors }: { readonly label: string; readonly selectors: readonly TriedSelector[] }) {
  const { count } = useTranslator();
  if (selectors.length === 0) return null;
  return (
    <ul class="selectors">
      {selectors.map(({ selector, hits }) => (
        <li key={selector}>
          {label} <code dir="ltr">{selector}</code> <span class="note">{count('ruleHits', hits)}</span>
        </li>
      ))}
    </ul>
  );
}
