import { setMenu } from '../platform/menus.ts';
import { translator } from './translator.ts';

/** Browsers keep the menu from then on. */
export async function installMenu(): Promise<void> {
  await setMenu([
    { id: 'clip-page', context: 'page', title: translator.t('menuClipPage') },
    { id: 'clip-selection', context: 'selection', title: translator.t('menuClipSelection') },
    { id: 'clip-link', context: 'link', title: translator.t('menuClipLink') },
    { id: 'clip-several', context: 'action', title: translator.t('batch') },
  ]);
}
