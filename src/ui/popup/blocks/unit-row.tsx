import { useTranslator } from '../../shared/translation.tsx';
import type { PopupStore } from '../store.ts';
import type { BlockRow } from './block-rows.ts';
import { takeBackIn, takeOut } from './choose-blocks.ts';
import { shortText } from './short-text.ts';

interface UnitRowProps {
  readonly store: PopupStore;
  readonly unit: Extract<BlockRow, { readonly kind: 'unit' }>;
  readonly isOut: boolean;
}

/** A block of the story. */
export function UnitRow({ store, unit, isOut }: UnitRowProps) {
  const { t } = useTranslator();
  const { index, text, tag } = unit;
  const short = shortText(text) || t('pictureBlock');
  const press = async (): Promise<void> => {
    const isDone = await (isOut ? takeBackIn(store, index) : takeOut(store, index));
    if (isDone) store.announce(t(isOut ? 'blockBack' : 'blockOut', short));
  };
  return (
    <li class={isOut ? 'block dropped' : /^h\d$/.test(tag) ? 'block heading' : 'block'}>
      <div class="block-text">
        {isOut && <span class="note">{t('takenOutByYou')}</span>}
        <p dir="auto">{text || t('pictureBlock')}</p>
      </div>
      <button
        type="button"
        class="link"
        aria-label={t(isOut ? 'putBackNamed' : 'takeOutNamed', short)}
        onClick={() => void press()}
      >
        {t(isOut ? 'putBack' : 'takeOut')}
      </button>
    </li>
  );
}
