import type { Delivery } from '../../library/model/delivery.ts';
import type { WholeClip } from '../../library/queries/read-whole-clip.ts';
import { FailureText } from '../shared/failure-text.tsx';
import { Icon } from '../shared/icon.tsx';
import { useTranslator } from '../shared/translation.tsx';
import { ConflictView } from './conflict-view.tsx';
import type { LibraryProps } from './props.ts';

type Props = LibraryProps & { readonly whole: WholeClip };

/** Shows where the clip is, or why it is not there yet, and what can be done about that. */
export function DeliveryStatus(props: Props) {
  return (
    <>
      {props.whole.deliveries.map((delivery) => (
        <DeliveryLine key={delivery.targetId} {...props} delivery={delivery} />
      ))}
    </>
  );
}

function DeliveryLine(props: Props & { readonly delivery: Delivery }) {
  const { store, whole, delivery } = props;
  const { t } = useTranslator();
  const folder = store.libraryData.value.folders.find(({ id }) => id === delivery.targetId);
  const place = folder?.name ?? t('downloadsPlace');
  const [receipt] = delivery.receipts;
  if (delivery.state === 'done') {
    return (
      <>
        <p class="delivery done" title={receipt?.location ?? receipt?.path}>
          <Icon name="check" />
          <span class="delivery-path">{`${place} › ${receipt?.path ?? ''}`}</span>
          {receipt?.page !== undefined && /^https?:\/\//.test(receipt.page) && (
            <a class="link" href={receipt.page} target="_blank" rel="noopener noreferrer">
              {t('inMergeRequest', receipt.page.replace(/^.*\//, ''))}
            </a>
          )}
        </p>
        {delivery.linkedPictures && <LinkedPictures {...props} count={delivery.linkedPictures} />}
      </>
    );
  }
  const isWaiting = delivery.state !== 'failed' && !delivery.failure;
  return (
    <div class={isWaiting ? 'notice' : 'notice warning'}>
      <Icon name={isWaiting ? 'clock' : 'warning'} />
      <div class="delivery-text">
        <strong>{place}</strong> {isWaiting ? t('delivery_queued') : null}
        {delivery.failure && <FailureText failure={delivery.failure} />}
        <p class="delivery-choices">
          <DeliveryChoices {...props} />
        </p>
        {delivery.failure?.code === 'already-there' && <p class="delivery-path">{receipt?.path}</p>}
        {hasTwoForms(delivery) && folder && whole.post && (
          <details>
            <summary>{t('showBoth')}</summary>
            <ConflictView store={store} delivery={delivery} text={whole.post.text} />
          </details>
        )}
      </div>
    </div>
  );
}

/** The file there and the post are to be compared. */
function hasTwoForms({ failure }: Delivery): boolean {
  return failure?.code === 'file-changed' || failure?.code === 'already-there';
}

/** Pictures that stayed links, and the way to have them after all. */
function LinkedPictures({ actions, whole, delivery, count }: Props & { delivery: Delivery; count: number }) {
  const translator = useTranslator();
  const { clipId, targetId } = delivery;
  return (
    <div class="notice">
      <Icon name="info" />
      <div class="delivery-text">
        {translator.count('picturesLinked', count)}
        <p class="delivery-choices">
          <button
            type="button"
            class="link"
            onClick={() =>
              actions.fetchPictures(
                clipId,
                targetId,
                whole.post?.assets.map(({ url }) => url),
              )
            }
          >
            {translator.t('picturesFetch')}
          </button>
        </p>
      </div>
    </div>
  );
}

function DeliveryChoices({ store, actions, delivery }: Props & { readonly delivery: Delivery }) {
  const { t } = useTranslator();
  const { clipId, targetId, failure } = delivery;
  const folder = store.libraryData.value.folders.find(({ id }) => id === targetId);
  const choice = (label: string, onClick: () => unknown) => (
    <button type="button" class="link" onClick={onClick}>
      {label}
    </button>
  );
  switch (failure?.code) {
    case 'already-there':
      return (
        <>
          {choice(t('keepTheirs'), () => actions.retry(clipId, targetId, 'keep-theirs'))}
          {choice(t('writeBeside'), () => actions.retry(clipId, targetId, 'keep-both'))}
          {choice(t('overwrite'), () => actions.retry(clipId, targetId, 'overwrite'))}
        </>
      );
    case 'file-changed':
      return (
        <>
          {choice(t('writeBeside'), () => actions.retry(clipId, targetId, 'keep-both'))}
          {choice(t('overwrite'), () => actions.retry(clipId, targetId, 'overwrite'))}
        </>
      );
    case 'file-gone':
      return choice(t('writeAgain'), () => actions.retry(clipId, targetId, 'overwrite'));
    case 'folder-permission':
      return folder ? choice(t('allowFolder', folder.name), () => actions.allow(folder)) : null;
    case 'folder-gone':
    case 'target-unknown':
      return (
        <>
          {choice(t('retry'), () => actions.retry(clipId, targetId))}
          {choice(t('chooseFolder'), store.ports.openOptions)}
        </>
      );
    case 'place-paused':
      return choice(t('resumePlace'), store.ports.openOptions);
    case 'downloads-unsupported':
    case 'auth-expired':
    case 'access-denied':
    case 'branch-protected':
    case 'repository-gone':
    case 'server-unsupported':
    case 'wrong-region':
      return (
        <>
          {choice(t('openSettings'), store.ports.openOptions)}
          {choice(t('retry'), () => actions.retry(clipId, targetId))}
        </>
      );
    default:
      return choice(t('retry'), () => actions.retry(clipId, targetId));
  }
}
