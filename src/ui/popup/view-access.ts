import { handOverStory } from '../../app/handed-story.ts';
import { openPage } from '../../platform/pages.ts';
import { canOpenAtSide, openAtSide } from '../../platform/side-panel.ts';
import { sessionStore } from '../../platform/storage.ts';
import type { Tab } from '../../platform/tabs.ts';
import type { ViewPorts } from './ports.ts';

/**
 * The other views of a clip. Loaded after the story is shown.
 *
 * @param isAtSide the editor is in the side panel already.
 */
export function viewAccess(tab: Tab, isAtSide: boolean, close: () => void): ViewPorts {
  return {
    async openReader(story) {
      await openPage('reader', `#${await handOverStory(story, sessionStore)}`);
      close();
    },
    ...(!isAtSide && canOpenAtSide() ? { openAtSide: () => void openAtSide(tab.id).then(close) } : {}),
  };
}
