import { Icon } from '../shared/icon.tsx';
import { useTranslator } from '../shared/translation.tsx';
import type { PopupStore } from './store.ts';

interface PlacesButtonProps {
  readonly store: PopupStore;
  readonly isOpen: boolean;
  readonly open: () => void;
}

/** Opens the list of places. */
export function PlacesButton({ store, isOpen, open }: PlacesButtonProps) {
  const { t, count, number } = useTranslator();
  const more = (store.place.value?.chosen.length ?? 1) - 1;
  return (
    <button
      type="button"
      class="link places"
      title={more > 0 ? count('morePlaces', more) : undefined}
      aria-expanded={isOpen}
      onClick={open}
    >
      <span class="aside-for-readers">{t('choosePlaces')}</span>
      {more > 0 && <span aria-hidden="true">+{number(more)}</span>}
      <Icon name={isOpen ? 'chevron' : 'up'} />
    </button>
  );
}
