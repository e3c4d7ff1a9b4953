import { askBackground } from '../../app/ask-background.ts';
import { type HandedStory, readHandedStory } from '../../app/handed-story.ts';
import { writeClipPost } from '../../app/write-clip-post.ts';
import { openChanges } from '../../library/store/changes.ts';
import { openLibrary } from '../../library/store/database.ts';
import { lookAfterOutbox } from '../../platform/outbox-alarm.ts';
import { sessionStore } from '../../platform/storage.ts';
import { loadSettings } from '../../settings/store.ts';
import { loadTranslator } from '../shared/load-translator.ts';
import { mountPage } from '../shared/mount-page.tsx';
import { openLook } from '../shared/reader/look.ts';
import { ReaderPage } from './reader-page.tsx';
import { type StoryMarks, type StoryMarksPorts, storyMarks } from './story-marks.ts';
import '../shared/page.css';
import '../shared/reader/reader.css';

const ports: StoryMarksPorts = {
  library: openLibrary(),
  changes: openChanges(),
  writePost: writeClipPost,
  drain: () => {
    lookAfterOutbox(Date.now());
    return askBackground('drain', true);
  },
  now: Date.now,
};

/** What is marked in the story that is shown. */
let marks: StoryMarks | undefined;

function marksOf({ url, sourceTitle }: HandedStory): StoryMarks {
  return storyMarks({ url, title: sourceTitle }, ports);
}

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
  marks = story && marksOf(story);
  mountPage(<ReaderPage story={story} marks={marks} control={control} />, translator, title);
  await marks?.load();
}

// The page's own highlighter changes them too, and tells nobody until the story is clipped.
ports.changes.listen(({ kind }) => void (kind === 'clips' && marks?.load()));
document.addEventListener('visibilitychange', () => void (document.visibilityState === 'visible' && marks?.load()));

addEventListener('hashchange', () => void open());
void open();
