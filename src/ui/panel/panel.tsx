import { ClipEditor } from '../popup/clip-editor.tsx';
import { Icon, Mark } from '../shared/icon.tsx';
import { useTranslator } from '../shared/translation.tsx';
import type { PanelStore } from './store.ts';

interface PanelProps {
  readonly panel: PanelStore;
}

/** The editor of a clip, below what is said of the other pages. */
export function Panel({ panel }: PanelProps) {
  const store = panel.shown.value;
  return (
    <>
      <PanelNotices panel={panel} />
      {store ? <ClipEditor key={keyOf(store)} store={store} /> : <NothingShown />}
    </>
  );
}

let keys = 0;
const keyByStore = new WeakMap<object, number>();

/** Each editor is drawn anew: fields keep their focus and their undo to themselves. */
function keyOf(store: object): number {
  const known = keyByStore.get(store);
  if (known !== undefined) return known;
  keys += 1;
  keyByStore.set(store, keys);
  return keys;
}

function PanelNotices({ panel }: PanelProps) {
  const { t } = useTranslator();
  const left = panel.left.value;
  if (!panel.isElsewhere.value && !panel.needsPress.value && left.length === 0) return null;
  return (
    <section class="panel-notices" aria-label={t('panelPages')}>
      {panel.needsPress.value ? (
        <p class="notice" role="status">
          <Icon name="info" />
          {t('panelNeedsPress')}
        </p>
      ) : (
        panel.isElsewhere.value && (
          <p class="notice" role="status">
            <Icon name="info" />
            <span>
              {t('panelElsewhere')}{' '}
              <button type="button" class="link" onClick={() => void panel.followActive()}>
                {t('actionTitle')}
              </button>
            </span>
          </p>
        )
      )}
      {left.map((store) => (
        <p class="notice" key={keyOf(store)}>
          <Icon name="clock" />
          <span>
            {t('panelUnsaved', titleOf(store))}{' '}
            <button type="button" class="link" onClick={() => panel.goBackTo(store)}>
              {t('panelBack')}
            </button>
          </span>
        </p>
      ))}
    </section>
  );
}

function titleOf({ state }: PanelStore['left']['value'][number]): string {
  const editing = state.value;
  return editing.phase === 'editing' ? editing.edit.title : editing.page.title;
}

/** Before the first press: what the panel is for. */
function NothingShown() {
  const { t } = useTranslator();
  return (
    <main class="scroller">
      <div class="top-bar">
        <Mark />
        <h1 class="site">{t('extensionShortName')}</h1>
      </div>
      <p class="panel-empty">{t('panelEmpty')}</p>
    </main>
  );
}
