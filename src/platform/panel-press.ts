import { browser } from './browser.ts';
import { activeTabOfWindow, type Tab } from './tabs.ts';

/**
 * A press on the toolbar button opens the popup, and that alone lets the page be read (`activeTab`). Where a side panel is
 * open in the window, it takes the press over: the popup offers it on a channel and closes when it is taken.
 */
interface PanelMessage {
  readonly kind: 'pressed' | 'taken';
  readonly windowId: number | undefined;
}

const CHANNEL = 'jianbao-panel';

/** Offers the press on a tab to a side panel of the tab's window. @param onTaken the panel shows the page. */
export function offerPress({ windowId }: Tab, onTaken: () => void): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', ({ data }: MessageEvent<PanelMessage>) => {
    if (data.kind === 'taken' && data.windowId === windowId) onTaken();
  });
  channel.postMessage({ kind: 'pressed', windowId } satisfies PanelMessage);
}

/** Takes over every press in this window. */
export async function takePresses(onPress: (tab: Tab | undefined) => void): Promise<void> {
  const windowId = await ownWindow();
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', async ({ data }: MessageEvent<PanelMessage>) => {
    if (data.kind !== 'pressed' || data.windowId !== windowId) return;
    channel.postMessage({ kind: 'taken', windowId } satisfies PanelMessage);
    onPress(await activeTabOfWindow());
  });
}

/** Calls back whenever this window shows another page: of another tab, or another one in the same tab. */
export async function onOtherPage(handle: () => void): Promise<void> {
  const windowId = await ownWindow();
  browser.tabs.onActivated.addListener((activated) => {
    if (activated.windowId === windowId) handle();
  });
  browser.tabs.onUpdated.addListener((_id, { status }, tab) => {
    if (status === 'loading' && tab.active && tab.windowId === windowId) handle();
  });
}

/** Absent in Firefox for Android, which has no windows and no sidebar. */
async function ownWindow(): Promise<number | undefined> {
  return 'windows' in browser ? (await browser.windows.getCurrent()).id : undefined;
}
