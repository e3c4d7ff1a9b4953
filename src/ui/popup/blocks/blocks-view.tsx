import './blocks.css';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { PageBlocks } from '../../../core/model/page-blocks.ts';
import { FailureText } from '../../shared/failure-text.tsx';
import { Icon } from '../../shared/icon.tsx';
import { useTranslator } from '../../shared/translation.tsx';
import type { Editing } from '../model.ts';
import type { PopupStore } from '../store.ts';
import { blockRows } from './block-rows.ts';
import { listBlocks, pickOnPage, undoChoice } from './choose-blocks.ts';
import { DroppedGroup } from './dropped-group.tsx';
import { UnitRow } from './unit-row.tsx';

export interface BlocksProps {
  readonly store: PopupStore;
  readonly state: Editing;
}

/** All blocks of the page in their order: those of the clip plain, the others dimmed, each with its reason. */
export function BlocksView({ store, state }: BlocksProps) {
  const { t } = useTranslator();
  const { blocks, failure } = state.choice ?? {};
  const section = useRef<HTMLElement>(null);
  // Closed from inside, the focus returns to the button that opened it.
  useLayoutEffect(
    () => () => {
      if (section.current?.contains(document.activeElement))
        document.querySelector<HTMLElement>('.left-out-button')?.focus();
    },
    [],
  );
  useLayoutEffect(() => {
    void listBlocks(store);
    document.getElementById('blocks-heading')?.focus();
  }, [store]);
  return (
    <section
      ref={section}
      id="blocks"
      class="blocks"
      aria-labelledby="blocks-heading"
      aria-busy={!blocks && !failure}
      onKeyDown={(event) => {
        if (event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey) return;
        event.preventDefault();
        void undoChoice(store);
      }}
    >
      <div class="blocks-top">
        <h2 id="blocks-heading" tabIndex={-1}>
          {t('blocksHeading')}
        </h2>
        <button type="button" class="button plain" onClick={() => store.show('preview')}>
          <Icon name="close" />
          {t('backToPreview')}
        </button>
      </div>
      <p class="note">{t('blocksHint')}</p>
      <p class="pick-buttons">
        <button type="button" class="button" onClick={() => void pickOnPage(store, 'story')}>
          {t('pickStory')}
        </button>
        <button type="button" class="button" onClick={() => void pickOnPage(store, 'part')}>
          {t('pickPart')}
        </button>
      </p>
      {failure && (
        <div class="notice failed" role="alert">
          <Icon name="warning" />
          <div>
            <FailureText failure={failure} />
          </div>
        </div>
      )}
      {!blocks && !failure && (
        <p class="note" role="status">
          {t('blocksLoading')}
        </p>
      )}
      {blocks && <BlockList store={store} state={state} blocks={blocks} />}
    </section>
  );
}

function BlockList({ store, state, blocks }: BlocksProps & { readonly blocks: PageBlocks }) {
  const { t } = useTranslator();
  const rows = useMemo(() => blockRows(blocks), [blocks]);
  const { article } = state.edit.articles;
  const { out = [], back = [] } = state.choice ?? {};
  return (
    <>
      <ol class="block-list" lang={article.language.value} dir={article.direction}>
        {rows.map((row) =>
          row.kind === 'unit' ? (
            <UnitRow key={`unit ${row.index}`} store={store} unit={row} isOut={out.includes(row.index)} />
          ) : (
            <DroppedGroup
              key={`${row.blocks[0].place} ${row.blocks[0].group}`}
              store={store}
              reason={row.reason}
              blocks={row.blocks}
              back={back}
            />
          ),
        )}
      </ol>
      {!blocks.isWhole && <p class="note">{t('blocksCutOff')}</p>}
    </>
  );
}
