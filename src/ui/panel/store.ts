import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { documentAddress } from '../../core/text/same-document.ts';
import type { Tab } from '../../platform/tabs.ts';
import type { PopupStore } from '../popup/store.ts';
import { diffEdits } from '../popup/typed.ts';

/** All that the side panel needs from the world. */
export interface PanelPorts {
  /** The tab that the window shows. Its address is empty where the browser does not let the page be read. */
  activeTab(): Promise<Tab | undefined>;
  /** Opens an editor for a tab's page, which begins to read it. */
  openEditor(tab: Tab): Promise<PopupStore>;
  /** Ends what an editor listens to. It is not shown again. */
  closeEditor(editor: PopupStore): void;
}

/** The side panel's state: the editor that is shown, and those that were left with something unsaved in them. */
export type PanelStore = ReturnType<typeof createPanelStore>;

export function createPanelStore(ports: PanelPorts) {
  const shown = signal<PopupStore | undefined>(undefined);
  const all = signal<readonly PopupStore[]>([]);
  const isElsewhere = signal(false);
  const needsPress = signal(false);
  let latest = 0;
  /** How often the window has shown another page. */
  let moves = 0;

  /** Shows the page of a tab. What was typed into the editor that was shown stays in it. */
  async function follow(tab: Tab | undefined): Promise<void> {
    latest += 1;
    const turn = latest;
    const moved = moves;
    if (!tab || tab.url === '') {
      needsPress.value = true;
      return;
    }
    const store = await ports.openEditor(tab);
    if (turn !== latest) {
      ports.closeEditor(store);
      return;
    }
    needsPress.value = false;
    isElsewhere.value = moves !== moved;
    // What was typed over the same page is back in the new editor (`unsaved.ts`).
    const others = all.value.filter((other) => hasUnsaved(other) && !isSamePage(other, store));
    const dropped = all.value.filter((other) => !others.includes(other));
    all.value = [...others, store];
    shown.value = store;
    for (const editor of dropped) ports.closeEditor(editor);
  }

  return {
    shown: shown as ReadonlySignal<PopupStore | undefined>,
    /** The editors that are not shown and hold something unsaved, the latest first. */
    left: computed(() => all.value.filter((store) => store !== shown.value && hasUnsaved(store)).reverse()),
    /** The window shows another page than the editor. */
    isElsewhere: isElsewhere as ReadonlySignal<boolean>,
    /** The page may be read only after a press on the toolbar button. */
    needsPress: needsPress as ReadonlySignal<boolean>,
    follow,
    followActive: async () => follow(await ports.activeTab()),
    noteOtherPage(): void {
      moves += 1;
      isElsewhere.value = shown.value !== undefined;
      needsPress.value = needsPress.value && shown.value === undefined;
    },
    /** Shows an editor that was left. */
    goBackTo(store: PopupStore): void {
      latest += 1;
      shown.value = store;
      isElsewhere.value = true;
      needsPress.value = false;
    },
  };
}

/** Whether something was typed or chosen that no save has kept. */
function hasUnsaved({ state }: PopupStore): boolean {
  if (state.value.phase !== 'editing') return false;
  const { saving, edit, original, choice } = state.value;
  return saving.kind !== 'done' && diffEdits(edit, original, choice) !== undefined;
}

function isSamePage(one: PopupStore, other: PopupStore): boolean {
  return addressOf(one) === addressOf(other);
}

function addressOf({ state }: PopupStore): string {
  return documentAddress(state.value.page.url);
}
