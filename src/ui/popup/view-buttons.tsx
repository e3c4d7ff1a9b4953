import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../shared/icon.tsx';
import { useTranslator } from '../shared/translation.tsx';
import { handedStory } from './handed-story.ts';
import type { Editing } from './model.ts';
import type { ViewPorts } from './ports.ts';
import type { PopupStore } from './store.ts';

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
        <Icon name="reader" />
        <span class="aside-for-readers">{t('readerView')}</span>
      </button>
      {ports.openAtSide && (
        <button type="button" class="button plain square" onClick={ports.openAtSide} title={t('openAtSide')}>
          <Icon name="side" />
          <span class="aside-for-readers">{t('openAtSide')}</span>
        </button>
      )}
    </>
  );
}
