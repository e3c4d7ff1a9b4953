import type { Removal } from '../../core/model/article.ts';
import { Icon } from '../shared/icon.tsx';
import { useTranslator } from '../shared/translation.tsx';
import { groupRemovals, type RemovalGroup } from './removal-groups.ts';

/** A page can have thousands of empty slots; more would not be read. */
const SHOWN_OF_A_KIND = 40;

interface LeftOutProps {
  readonly trace: readonly Removal[];
  readonly onClose: () => void;
}

/** What of the page is not in the clip, by kind. */
export function LeftOut({ trace, onClose }: LeftOutProps) {
  const { t } = useTranslator();
  return (
    <div id="left-out" class="left-out">
      <div class="left-out-top">
        <h2>{t('leftOutHeading')}</h2>
        <button type="button" class="button plain" onClick={onClose}>
          <Icon name="close" />
          {t('backToPreview')}
        </button>
      </div>
      {groupRemovals(trace).map((group) => (
        <Group key={group.kind} {...group} />
      ))}
    </div>
  );
}

function Group({ kind, removals }: RemovalGroup) {
  const { t, number } = useTranslator();
  const withText = removals.filter(({ text }) => text !== '').slice(0, SHOWN_OF_A_KIND);
  const rest = removals.length - withText.length;
  return (
    <section>
      <h3>
        {t(`removed_${kind}`)} <span class="note">{number(removals.length)}</span>
      </h3>
      <ul>
        {withText.map(({ pass, reason, text }, at) => (
          <li key={at} dir="auto" title={`${pass}: ${reason}`}>
            {text}
          </li>
        ))}
        {rest > 0 && (
          <li class="note">{withText.length === 0 ? t('leftOutNothing') : t('leftOutMore', number(rest))}</li>
        )}
      </ul>
    </section>
  );
}
