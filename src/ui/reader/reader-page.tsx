import type { HandedStory } from '../../app/handed-story.ts';
import { Icon } from '../shared/icon.tsx';
import type { LookControl } from '../shared/reader/look.ts';
import { ReaderView } from '../shared/reader/reader-view.tsx';
import { useTranslator } from '../shared/translation.tsx';
import { MarksNoticeBar } from './marks-notice.tsx';
import type { StoryMarks } from './story-marks.ts';

interface ReaderPageProps {
  /** Absent: it is not kept any more. */
  readonly story: HandedStory | undefined;
  /** What is marked in it. */
  readonly marks: StoryMarks | undefined;
  readonly control: LookControl;
}

/** The page of a tab as a story, before any save. */
export function ReaderPage({ story, marks, control }: ReaderPageProps) {
  const { t } = useTranslator();
  if (!story) {
    return (
      <main class="reader-gone">
        <h1 class="aside-for-readers">{t('readerView')}</h1>
        <p class="notice" role="alert">
          <Icon name="info" />
          {t('readerGone')}
        </p>
      </main>
    );
  }
  return (
    <main>
      <ReaderView
        story={{ ...story, id: story.url, images: 'shown' }}
        control={control}
        highlights={marks?.highlights.value}
        onPut={marks?.put}
        onRemove={marks?.remove}
        ways={
          <a class="link" href={story.url} target="_blank" rel="noopener noreferrer">
            {t('openOriginal')}
          </a>
        }
        notices={
          <p class="notice">
            <Icon name="info" />
            {t('readerUnsaved')}
          </p>
        }
      />
      {marks && <MarksNoticeBar marks={marks} />}
    </main>
  );
}
