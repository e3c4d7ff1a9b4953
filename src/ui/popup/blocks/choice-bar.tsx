import './blocks.css';
import { useRef } from 'preact/hooks';
import { Icon } from '../../shared/icon.tsx';
import { hostOf } from '../../shared/text-fields.ts';
import { useTranslator } from '../../shared/translation.tsx';
import { useFocusGoesOn } from '../../shared/use-focus-goes-on.ts';
import type { BlocksProps } from './blocks-view.tsx';
import { choose, dismissQuestion, undoChoice } from './choose-blocks.ts';
import { RuleView } from './rule-view.tsx';
import { makeRule } from './site-rule-actions.ts';

/** What was chosen so far, how to take it back, and how to have it so on the next story of the site. */
export function ChoiceBar({ store, state }: BlocksProps) {
  const { t, count } = useTranslator();
  const bar = useRef<HTMLDivElement>(null);
  useFocusGoesOn(bar, () => nextIn(bar.current));
  const { choice, picked } = state;
  const { out = [], back = [], history = [], asking, rule } = choice ?? {};
  const isChanged = out.length + back.length > 0;
  if (!isChanged && history.length === 0 && !asking && !rule && !picked) return null;
  const site = hostOf(state.page.url);
  return (
    <div ref={bar} class="choice-bar">
      {picked && (
        <p class="notice">
          <Icon name="info" />
          <span>
            {t(picked === 'story' ? 'pickedStory' : 'pickedPart')}{' '}
            <button type="button" class="link" onClick={() => void forgetPick()}>
              {t('forgetPick')}
            </button>
          </span>
        </p>
      )}
      <p class="choice-line">
        {isChanged && (
          <span>
            {[
              ...(out.length > 0 ? [count('blocksOut', out.length)] : []),
              ...(back.length > 0 ? [count('blocksBack', back.length)] : []),
            ].join(' · ')}
          </span>
        )}
        {history.length > 0 && (
          <button type="button" class="link" aria-keyshortcuts="Control+Z" onClick={undo}>
            {t('undo')}
          </button>
        )}
        {(isChanged || picked) && !rule && site !== '' && (
          <button type="button" class="link" onClick={() => void makeRule(store)}>
            {t('alwaysSo', site)}
          </button>
        )}
      </p>
      {asking && (
        <div class="notice warning" role="alert">
          <Icon name="warning" />
          <div>
            <p>{t('markdownConflict')}</p>
            <p class="choice-line">
              <button type="button" class="link" onClick={() => void choose(store, () => asking, true)}>
                {t('dropMarkdown')}
              </button>
              <button type="button" class="link" onClick={() => dismissQuestion(store)}>
                {t('cancel')}
              </button>
            </p>
          </div>
        </div>
      )}
      {rule && <RuleView store={store} view={rule} />}
    </div>
  );

  async function undo(): Promise<void> {
    await undoChoice(store);
    store.announce(t('choiceUndone'));
  }

  async function forgetPick(): Promise<void> {
    await (await store.blockPorts()).forgetPick();
    await store.retry();
  }
}

/** What comes of a press in the bar; where nothing of the bar is left, the blocks, or the button that opens them. */
function nextIn(bar: HTMLElement | null): HTMLElement | null {
  return (
    bar?.querySelector<HTMLElement>('.takes-focus') ??
    bar?.querySelector<HTMLElement>('button') ??
    document.querySelector<HTMLElement>('#blocks-heading, .left-out-button')
  );
}
