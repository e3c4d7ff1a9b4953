import { browser } from './browser.ts';

/** The ground of a badge: tokens of the interface (`tokens.css`), in their light form, dark enough for white signs. */
export const BADGE_COLOURS = { 'ink-2': '#5f5a52', ok: '#39734a', seal: '#b5382a' } as const;

/** The button's mark on one tab. `title` is its tooltip, and what a screen reader says. */
export interface Badge {
  readonly text: string;
  readonly colour: keyof typeof BADGE_COLOURS;
  readonly title: string;
}

/** Marks the button on one tab. The browser removes the mark when the tab goes to another page. */
export async function showBadge(tabId: number, badge: Badge): Promise<void> {
  await Promise.all([
    browser.action.setBadgeText({ tabId, text: badge.text }),
    browser.action.setBadgeBackgroundColor({ tabId, color: BADGE_COLOURS[badge.colour] }),
    browser.action.setTitle({ tabId, title: badge.title }),
  ]);
}

/** Removes the mark whose tooltip is `title`. Another mark that has taken its place since then stays. */
export async function clearBadge(tabId: number, title: string): Promise<void> {
  if ((await browser.action.getTitle({ tabId })) !== title) return;
  await Promise.all([
    browser.action.setBadgeText({ tabId, text: '' }),
    browser.action.setTitle({ tabId, title: browser.i18n.getMessage('actionTitle') }),
  ]);
}

/** Marks the button over every page that has no mark of its own; undefined removes the mark. */
export async function showBadgeEverywhere(badge: Badge | undefined): Promise<void> {
  const title = badge?.title ?? browser.i18n.getMessage('actionTitle');
  await Promise.all([
    browser.action.setBadgeText({ text: badge?.text ?? '' }),
    ...(badge ? [browser.action.setBadgeBackgroundColor({ color: BADGE_COLOURS[badge.colour] })] : []),
    browser.action.setTitle({ title }),
  ]);
}
