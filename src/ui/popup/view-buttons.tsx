import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../shared/icon.tsx';
import { useTranslator } from '../shared/translation.tsx';
import { handedStory } from './handed-story.ts';
import type { Editing } from './model.ts';
import type { ViewPorts } from './ports.ts';
import type { PopupStore } from './store.ts';

/** Drawn as in `icon.tsx`, which the popup's first paint waits for. */
const OPEN_BOOK =
  'M8 4.2C6.6 3.2 4.6 2.8 2.2 2.9v9.4c2.4-.1 4.4.3 5.8 1.3M8 4.2c1.4-1 3.4-1.4 5.8-1.3v9.4c-2.4-.1-4.4.3-5.8 1.3V4.2';
const SIDE = 'M2 3h12v10H2zM10 3v10';

function Drawing({ path }: { readonly path: string }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}

interface ViewButtonsProps {
  readonly store: PopupStore;
  readonly state: Editing;
}

/** The reader view, and the editor at the side of the window. */
export function ViewButtons({ store, state }: ViewButtonsProps) {
  const { t } = useTranslator();
  const [ports, setPorts] = useState<ViewPorts | undefined>(undefined);
  useEffect(() => void store.viewPorts().then((loaded) => setPorts(() => loaded)), [store]);
  if (!ports) return null;
  return (
    <>
      <button type="button" class="button plain square" onClick={store.highlight} title={t('highlighter')}>
        <Icon name="marker" />
        <span class="aside-for-readers">{t('highlighter')}</span>
      </button>
      <button
        type="button"
        class="button plain square"
        onClick={() => void ports.openReader(handedStory(state))}
        title={t('readerView')}
      >
        <Drawing path={OPEN_BOOK} />
        <span class="aside-for-readers">{t('readerView')}</span>
      </button>
      {ports.openAtSide && (
        <button type="button" class="button plain square" onClick={ports.openAtSide} title={t('openAtSide')}>
          <Drawing path={SIDE} />
          <span class="aside-for-readers">{t('openAtSide')}</span>
        </button>
      )}
    </>
  );
}
