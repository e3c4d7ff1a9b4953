import { useState } from 'preact/hooks';
import type { DroppedBlock } from '../../../core/model/page-blocks.ts';
import { useTranslator } from '../../shared/translation.tsx';
import type { PopupStore } from '../store.ts';
import type { RemovalKind } from './block-rows.ts';
import { isSameBlock, leaveOut, putBack } from './choose-blocks.ts';
import { shortText } from './short-text.ts';

/** A larger group is shown by its first words, until it is opened. */
const OPEN_SIZE = 3;

interface DroppedGroupProps {
  readonly store: PopupStore;
  readonly reason: RemovalKind;
  readonly blocks: readonly [DroppedBlock, ...DroppedBlock[]];
  /** What the user has put back, of all groups. */
  readonly back: readonly DroppedBlock[];
}

/** Blocks that were dropped together, to be put back one by one or all at once. */
export function DroppedGroup({ store, reason, blocks, back }: DroppedGroupProps) {
  const { t, count } = useTranslator();
  const [isOpen, setOpen] = useState(blocks.length <= OPEN_SIZE);
  const isBack = (block: DroppedBlock): boolean => back.some((other) => isSameBlock(block, other));
  const [first, ...rest] = blocks;
  if (rest.length === 0) return <DroppedRow store={store} reason={reason} block={first} isBack={isBack(first)} />;
  const areBack = blocks.every(isBack);
  const press = async (): Promise<void> => {
    const isDone = await (areBack ? leaveOut(store, ...blocks) : putBack(store, ...blocks));
    if (isDone) store.announce(t(areBack ? 'blockOut' : 'blockBack', count('blocks', blocks.length)));
  };
  const name = `${t(`removed_${reason}`)} · ${count('blocks', blocks.length)}`;
  return (
    <li class="block-group">
      <div class="block-group-head">
        <button type="button" class="group-opener" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          <span class="group-sign" aria-hidden="true" />
          <span class="group-name">{name}</span>
          {!isOpen && (
            <span class="group-start" dir="auto">
              {shortText(first.text)}
            </span>
          )}
        </button>
        <button
          type="button"
          class="link"
          aria-label={`${t(areBack ? 'leaveAllOut' : 'putAllBack')}: ${name}`}
          onClick={() => void press()}
        >
          {t(areBack ? 'leaveAllOut' : 'putAllBack')}
        </button>
      </div>
      {isOpen && (
        <ol class="block-list">
          {blocks.map((block) => (
            <DroppedRow key={`${block.place} ${block.text}`} store={store} block={block} isBack={isBack(block)} />
          ))}
        </ol>
      )}
    </li>
  );
}

interface DroppedRowProps {
  readonly store: PopupStore;
  readonly block: DroppedBlock;
  readonly isBack: boolean;
  /** Absent where the group says it. */
  readonly reason?: RemovalKind;
}

function DroppedRow({ store, block, isBack, reason }: DroppedRowProps) {
  const { t } = useTranslator();
  const text = block.text || t('pictureBlock');
  const short = shortText(text);
  const press = async (): Promise<void> => {
    const isDone = await (isBack ? leaveOut(store, block) : putBack(store, block));
    if (isDone) store.announce(t(isBack ? 'blockOut' : 'blockBack', short));
  };
  return (
    <li class={isBack ? 'block back' : 'block dropped'}>
      <div class="block-text">
        {isBack ? (
          <span class="note">{t('putBackByYou')}</span>
        ) : (
          reason && <span class="note">{t(`removed_${reason}`)}</span>
        )}
        <p dir="auto">{text}</p>
      </div>
      <button
        type="button"
        class="link"
        aria-label={t(isBack ? 'takeOutNamed' : 'putBackNamed', short)}
        onClick={() => void press()}
      >
        {t(isBack ? 'takeOut' : 'putBack')}
      </button>
    </li>
  );
}
