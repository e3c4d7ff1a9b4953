import { doubledFolder } from '../../core/post/doubled-folder.ts';
import { Icon } from '../shared/icon.tsx';
import { useTranslator } from '../shared/translation.tsx';
import type { OptionsStore } from './store.ts';

interface DoubledProps {
  readonly store: OptionsStore;
  /** Below which the place writes. */
  readonly folder: string;
  /** Has the place write below another folder. Absent where only the user can choose one. */
  readonly write?: (folder: string) => void;
}

/** Says where the post format repeats the folder that a place ends with (`_posts/_posts`), and offers the one above. */
export function DoubledNotice({ store, folder, write }: DoubledProps) {
  const { t } = useTranslator();
  const { presets, settings } = store.state.value;
  const preset = presets.find(({ id }) => id === settings.preset);
  const found = preset && doubledFolder(folder, preset.path);
  if (!found) return null;
  return (
    <p class="notice warning">
      <Icon name="warning" />
      <span>
        {t('placeDoubled', found.doubled)}{' '}
        {write && (
          <button type="button" class="link" onClick={() => write(found.above)}>
            {found.above === '' ? t('placeDoubledRoot') : t('placeDoubledAbove', found.above)}
          </button>
        )}
      </span>
    </p>
  );
}
