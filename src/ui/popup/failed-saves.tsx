import { useEffect, useState } from 'preact/hooks';
import { askBackground } from '../../app/ask-background.ts';
import { type FailedSave, readFailedSaves } from '../../app/failed-saves.ts';
import { type Failure, toFailure } from '../../core/model/failure.ts';
import { FailureText } from '../shared/failure-text.tsx';
import { Icon } from '../shared/icon.tsx';
import { useTranslator } from '../shared/translation.tsx';

/** Says which saves of popups that were closed at once could not be carried out, and tries them again. */
export function FailedSaves() {
  const { t, count } = useTranslator();
  const [failed, setFailed] = useState<readonly FailedSave[]>([]);
  const [isBusy, setBusy] = useState(false);
  const [other, setOther] = useState<Failure | undefined>(undefined);

  async function read(): Promise<void> {
    setFailed(await readFailedSaves());
  }

  async function tryAgain(): Promise<void> {
    setBusy(true);
    setOther(undefined);
    try {
      await askBackground('finishSaves');
      await read();
    } catch (error) {
      setOther(toFailure(error));
    }
    setBusy(false);
  }

  useEffect(() => {
    read().catch((error: unknown) => console.warn('It is not known which saves wait.', error));
  }, []);
  const [first] = failed;
  if (!first) return null;
  return (
    <div class="notice failed" role="alert">
      <Icon name="warning" />
      <div>
        <strong>{count('savesFailed', failed.length)}</strong>
        <p dir="auto">{titlesOf(failed)}</p>
        <FailureText failure={other ?? first.failure} /> {t('savesFailedKept')}{' '}
        <button type="button" class="link" aria-disabled={isBusy} onClick={() => void (isBusy || tryAgain())}>
          {t('retry')}
        </button>
      </div>
    </div>
  );
}

/** As many titles as a notice holds. */
function titlesOf(failed: readonly FailedSave[]): string {
  const titles = failed.slice(0, 2).map(({ title }) => title);
  return failed.length > 2 ? `${titles.join(' · ')} · …` : titles.join(' · ');
}
