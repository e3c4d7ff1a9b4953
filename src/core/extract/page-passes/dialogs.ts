import { dropNamed, holdsStory } from '../clean/drop-named.ts';
import { nameTable } from '../clean/names.ts';
import { type PassContext, remove } from '../clean/pass.ts';

const DIALOG_ROLES = '[role="dialog"], [role="alertdialog"], [aria-modal="true"], dialog';

/** Layers above the page: log-in, subscription, image viewers, old-browser warnings. */
const DIALOG_NAMES = nameTable(`
  modal* popup* pop-up popover lightbox-content overlay-microtransaction login-box login-form loginform
  login-dialog browser-warning browser-update browserupgrade browsehappy old-browser outdated-browser
  unsupported-browser adblock* ad-blocker toast tooltip snackbar
`);

/** Removes dialogs and other layers above the page. */
export function dialogs(root: Element, context: PassContext): void {
  for (const element of Array.from(root.querySelectorAll(DIALOG_ROLES))) {
    if (root.contains(element) && !holdsStory(element, context, 0.5)) remove(element, 'dialogs', 'dialog', context);
  }
  dropNamed('dialogs', DIALOG_NAMES, root, context);
}
