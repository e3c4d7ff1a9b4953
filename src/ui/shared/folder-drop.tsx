import { useState } from 'preact/hooks';
import { Icon } from './icon.tsx';
import { useTranslator } from './translation.tsx';

interface FolderDropProps {
  readonly onPick: () => void;
  readonly onDrop: (transfer: DataTransfer) => void;
}

/** Picks a folder, or takes one that is dropped here. */
export function FolderDrop({ onPick, onDrop }: FolderDropProps) {
  const { t } = useTranslator();
  const [isOver, setOver] = useState(false);
  return (
    <fieldset
      class={isOver ? 'drop over' : 'drop'}
      id="drop"
      aria-label={t('connectFolder')}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (event.dataTransfer) onDrop(event.dataTransfer);
      }}
    >
      <button type="button" class="button" onClick={onPick}>
        <Icon name="folder" />
        {t('connectFolder')}
      </button>
      <span class="note">{t('connectFolderHint')}</span>
    </fieldset>
  );
}
