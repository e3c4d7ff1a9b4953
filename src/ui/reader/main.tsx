import { readHandedStory } from '../../app/handed-story.ts';
import { sessionStore } from '../../platform/storage.ts';
import { loadSettings } from '../../settings/store.ts';
import { loadTranslator } from '../shared/load-translator.ts';
import { mountPage } from '../shared/mount-page.tsx';
import { openLook } from '../shared/reader/look.ts';
import { ReaderPage } from './reader-page.tsx';
import '../shared/page.css';
import '../shared/reader/reader.css';

/** Reads the story that the address names, `#<id>`, as the editor handed it over. */
async function open(): Promise<void> {
  const id = location.hash.slice(1);
  const [story, control, { language }] = await Promise.all([
    readHandedStory(id, sessionStore),
    openLook(),
    loadSettings(),
  ]);
  const translator = await loadTranslator(language);
  const title = `${story?.title ?? translator.t('readerView')} · ${translator.t('extensionShortName')}`;
  mountPage(<ReaderPage story={story} control={control} />, translator, title);
}

addEventListener('hashchange', () => void open());
void open();
