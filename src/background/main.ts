/** All that wakes the background, and the one function that each calls. */
import { onCommand, onInstalled, onMenuItem } from '../platform/events.ts';
import { clipLink } from './clip-link.ts';
import { installMenu } from './install-menu.ts';
import { quickClip, quickClipSelection } from './quick-clip.ts';

onInstalled(installMenu);
onCommand('quick-clip', quickClip);
onMenuItem('clip-page', quickClip);
onMenuItem('clip-selection', quickClipSelection);
onMenuItem('clip-link', clipLink);
