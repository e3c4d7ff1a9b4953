import { FailureText } from '../shared/failure-text.tsx';
import { Icon } from '../shared/icon.tsx';
import { useTranslator } from '../shared/translation.tsx';
import type { Scope } from './edit.ts';
import { FailedSaves } from './failed-saves.tsx';
import type { Editing } from './model.ts';
import type { Known } from './ports.ts';
import type { PopupStore } from './store.ts';

/** The line above the buttons: what came of the last press, else what is known of the story beforehand. */
export function SaveStatus({ store, state }: { readonly store: PopupStore; readonly state: Editing }) {
  const { t, count } = useTranslator();
  const { saving, known, kept, edit } = state;
  if (store.copied.value === 'failed') {
    return (
      <p class="notice failed" role="alert">
        <Icon name="warning" />
        {t('copyFailed')}
      </p>
    );
  }
  if (saving.kind === 'failed') {
    return (
      <div class="notice failed" role="alert">
        <Icon name="warning" />
        <div>
          <strong>{t('notSaved')}</strong> <FailureText failure={saving.failure} />
        </div>
      </div>
    );
  }
  if (saving.kind === 'done') {
    const { id, waiting, waitingAt, linkedPictures = 0 } = saving.clip;
    return waiting ? (
      <div class="notice warning" role="alert">
        <Icon name="clock" />
        <div>
          <strong>{waitingAt === undefined ? t('keptNotWritten') : t('writtenElsewhere', waitingAt)}</strong>{' '}
          <FailureText failure={waiting} />{' '}
          <button type="button" class="link" onClick={() => store.openLibrary(id)}>
            {t('openInLibrary')}
          </button>
        </div>
      </div>
    ) : linkedPictures > 0 ? (
      <p class="notice">
        <Icon name="info" />
        {count('picturesLinked', linkedPictures)}
      </p>
    ) : null;
  }
  if (saving.kind === 'busy' || kept[edit.scope] !== undefined) return null;
  return (
    <>
      <FailedSaves />
      {store.place.value?.needsGrant && (
        <p class="notice">
          <Icon name="folder" />
          {t('grantLapsed', store.place.value.root.replace(/\/$/, ''))}
        </p>
      )}
      {state.isRestored && (
        <div class="notice">
          <Icon name="info" />
          <p>
            {t('unsavedIsBack')}{' '}
            <button type="button" class="link" onClick={store.discardEdits}>
              {t('discardUnsaved')}
            </button>
          </p>
        </div>
      )}
      {store.picturesFrom.value.length > 0 && (
        <p class="notice">
          <Icon name="info" />
          {t('picturesAsk', hostList(store.picturesFrom.value))}
        </p>
      )}
      {known && <KnownStory store={store} known={known} scope={edit.scope} />}
    </>
  );
}

/** As many names as a line holds. */
function hostList(hosts: readonly string[]): string {
  return hosts.length <= 3 ? hosts.join(', ') : `${hosts.slice(0, 2).join(', ')}, …`;
}

interface KnownStoryProps {
  readonly store: PopupStore;
  readonly known: Known;
  readonly scope: Scope;
}

function KnownStory({ store, known, scope }: KnownStoryProps) {
  const { t, count, day } = useTranslator();
  const { file, another } = known;
  const clip = scope === 'selection' ? known.selection : known.clip;
  if (scope === 'selection' && !clip && known.clip) {
    return <OtherClip store={store} id={known.clip.id} text={t('selectionBesideStory')} />;
  }
  if (scope === 'article' && another) {
    return <OtherClip store={store} id={another.id} text={t('anotherStoryHere', another.title)} />;
  }
  if (!clip) {
    return file === undefined ? null : (
      <p class="notice">
        <Icon name="info" />
        {t('alreadyInFolder', file)}
      </p>
    );
  }
  const changed = clip.changes.filter(({ kind }) => kind !== 'same').length;
  return (
    <div class="notice known">
      <Icon name="info" />
      <div>
        <p class="separated">
          <span>{t('clippedOn', day(clip.savedAt))}</span>
          {changed === 0 ? (
            <span>{t('sourceUnchanged')}</span>
          ) : (
            <button type="button" class="link" onClick={() => store.show('changes')}>
              {count('sourceChanged', changed)}
            </button>
          )}
          <button type="button" class="link" onClick={() => store.save('new')}>
            {t('saveAsNew')}
          </button>
          <button type="button" class="link" onClick={() => store.openLibrary(clip.id)}>
            {t('open')}
          </button>
        </p>
        {clip.replacesUnseen && <p class="note">{t('replacesUnseen')}</p>}
      </div>
    </div>
  );
}

interface OtherClipProps {
  readonly store: PopupStore;
  /** The clip that Save leaves alone. */
  readonly id: string;
  readonly text: string;
}

/** Save makes a separate clip; replacing the other one is the user's explicit choice. */
function OtherClip({ store, id, text }: OtherClipProps) {
  const { t } = useTranslator();
  return (
    <div class="notice known">
      <Icon name="info" />
      <div>
        <p>{text}</p>
        <p class="separated">
          <button type="button" class="link" onClick={() => store.save({ clipId: id })}>
            {t('replaceClip')}
          </button>
          <button type="button" class="link" onClick={() => store.openLibrary(id)}>
            {t('open')}
          </button>
        </p>
      </div>
    </div>
  );
}
