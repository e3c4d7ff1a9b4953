import { useEffect, useMemo, useState } from 'preact/hooks';
import { toFailure } from '../../core/model/failure.ts';
import { draftOfContent } from '../../library/model/clip.ts';
import { VERSIONS_KEPT, type WholeVersion } from '../../library/model/earlier-version.ts';
import { compareTexts, countChanges } from '../../library/queries/compare-texts.ts';
import { listVersions } from '../../library/queries/list-versions.ts';
import type { WholeClip } from '../../library/queries/read-whole-clip.ts';
import { Difference } from '../shared/difference.tsx';
import { authorsText } from '../shared/text-fields.ts';
import { useTranslator } from '../shared/translation.tsx';
import type { LibraryProps } from './props.ts';

type Props = LibraryProps & { readonly whole: WholeClip };

/** The earlier versions of a clip, read when they are asked for. */
export function Versions(props: Props) {
  const { t } = useTranslator();
  const [isOpen, setOpen] = useState(false);
  if (props.whole.clip.version === 1) return null;
  return (
    <details class="versions" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('versions')}</summary>
      {isOpen && <VersionList {...props} />}
    </details>
  );
}

function VersionList(props: Props) {
  const { store, actions, whole } = props;
  const { t, day, number } = useTranslator();
  const [versions, setVersions] = useState<readonly WholeVersion[] | undefined>(undefined);
  const [chosen, setChosen] = useState<number | undefined>(undefined);
  const { id, version } = whole.clip;
  useEffect(() => {
    let isCurrent = true;
    listVersions(store.ports.library, id).then(
      (found) => isCurrent && setVersions(found),
      (error: unknown) => {
        store.notice.value = { text: t('notDone'), failure: toFailure(error) };
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [store, id, version, t]);
  if (!versions) return null;
  if (versions.length === 0) return <p class="note">{t('noVersions')}</p>;
  const shown = versions.find(({ clip }) => clip.version === chosen);
  const kilobytes = Math.ceil(versions.reduce((sum, { size }) => sum + size * BYTES_OF_CHARACTER, 0) / 1000);
  return (
    <>
      <fieldset class="version-list">
        <legend class="note">{t('versionsHint', number(VERSIONS_KEPT), `${number(kilobytes)} kB`)}</legend>
        {versions.map(({ clip, replacedAt }) => (
          <label key={clip.version}>
            <input
              type="radio"
              name="version"
              checked={clip.version === chosen}
              onChange={() => setChosen(clip.version)}
            />
            {t('versionReplaced', number(clip.version), day(replacedAt))}
          </label>
        ))}
      </fieldset>
      {shown && (
        <>
          <VersionDifference whole={whole} version={shown} />
          <p>
            <button type="button" class="button" onClick={() => actions.restore(id, shown.clip.version)}>
              {t('restoreVersion')}
            </button>
          </p>
        </>
      )}
    </>
  );
}

/** IndexedDB keeps texts with a character outside Latin-1 in two bytes a character. */
const BYTES_OF_CHARACTER = 2;

function VersionDifference({ whole, version }: { readonly whole: WholeClip; readonly version: WholeVersion }) {
  const { t } = useTranslator();
  const changes = useMemo(() => compareTexts(wordsOf(version), wordsOf(whole)), [whole, version]);
  const { language, direction } = whole.clip;
  return (
    <div class="changes story" lang={language} dir={direction}>
      {countChanges(changes) === 0 ? <p class="note">{t('versionSame')}</p> : <Difference changes={changes} />}
    </div>
  );
}

/** All words of a version that the user can change, a paragraph each. */
function wordsOf(version: WholeVersion | WholeClip): string {
  const draft = 'source' in version ? { ...version.source, ...version.edits } : contentOf(version);
  const { clip } = version;
  const facts = [
    clip.title,
    authorsText(clip.authors, clip.language),
    clip.published ?? '',
    clip.tags.join(', '),
    clip.notes,
  ];
  return [...facts, draft?.markdown ?? ''].filter((text) => text !== '').join('\n\n');
}

function contentOf({ content }: WholeClip) {
  return content && draftOfContent(content);
}
