import { useEffect, useState } from 'preact/hooks';
import { FailureText } from '../shared/failure-text.tsx';
import { useTranslator } from '../shared/translation.tsx';
import type { StoryMarks } from './story-marks.ts';

/** How long “Kept” is shown, in milliseconds; what can be pressed stays. */
const SHOWN_MS = 4_000;

/** Says at the foot of the page what came of the last change to the highlights. */
export function MarksNoticeBar({ marks }: { readonly marks: StoryMarks }) {
  const { t } = useTranslator();
  const latest = marks.notice.value;
  const [seen, setSeen] = useState(latest);
  useEffect(() => {
    if (latest?.kind !== 'kept') return undefined;
    const timer = setTimeout(() => setSeen(latest), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [latest]);
  const notice = latest === seen ? undefined : latest;
  return (
    <div class="marks-notice" role="status">
      {notice && (
        <p>
          {notice.kind === 'kept' && t('highlightSaved')}
          {notice.kind === 'removed' && (
            <>
              {t('highlightRemoved')}
              <button type="button" class="link" onClick={() => void notice.undo()}>
                {t('undo')}
              </button>
            </>
          )}
          {notice.kind === 'failed' && (
            <>
              <span>
                {t('notDone')} <FailureText failure={notice.failure} />
              </span>
              <button type="button" class="link" onClick={() => void notice.retry()}>
                {t('retry')}
              </button>
            </>
          )}
        </p>
      )}
    </div>
  );
}
