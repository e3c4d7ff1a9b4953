import { browser } from './browser.ts';

/** Brings a tab to the front of its window. @throws where it was closed. */
export async function showTab(id: number): Promise<void> {
  await browser.tabs.update(id, { active: true });
}

/** The same for the tab that the calling page is in. */
export async function showOwnTab(): Promise<void> {
  const own = await browser.tabs.getCurrent();
  if (own?.id !== undefined) await showTab(own.id);
}
