import { useEffect, useState } from 'preact/hooks';
import type { Clip } from '../../library/model/clip.ts';
import type { Delivery } from '../../library/model/delivery.ts';
import { Icon } from '../shared/icon.tsx';
import { useTranslator } from '../shared/translation.tsx';
import { highlight, snippet } from './highlight.ts';
import { worstDelivery } from './library-data.ts';
import type { LibraryStore } from './store.ts';

interface ClipItemProps {
  readonly store: LibraryStore;
  readonly clip: Clip;
  readonly at: number;
  readonly of: number;
}

const SNIPPET_LENGTH = 120;

/** Milliseconds after the last letter of a search before the texts of what it found are looked into. */
const PAUSE = 100;

/** One clip in the list. */
export function ClipItem({ store, clip, at, of }: ClipItemProps) {
  const isRead = store.view.value.clip === clip.id;
  const isSelected = store.selected.value.has(clip.id);
  const excerpt = useExcerpt(store, clip);
  return (
    // The list takes the keys for all its options.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <div
      id={`clip-${at}`}
      class={`clip${isRead ? ' read' : ''}${isSelected ? ' selected' : ''}`}
      role="option"
      tabIndex={-1}
      aria-selected={isSelected || isRead}
      aria-setsize={of}
      aria-posinset={at + 1}
      onClick={(event) => {
        if (event.shiftKey) store.selectTo(clip.id);
        else if (event.ctrlKey || event.metaKey) store.select(clip.id);
        else void store.go({ clip: clip.id });
      }}
    >
      {/* For the pointer alone: the option itself says that it is selected, and takes the key. */}
      <span
        class="clip-check"
        aria-hidden="true"
        onClick={(event) => {
          event.stopPropagation();
          store.select(clip.id);
        }}
      >
        {isSelected && <Icon name="check" />}
      </span>
      <p class="clip-title headline" lang={clip.language} dir={clip.direction} title={clip.title}>
        <Highlighted text={clip.title} terms={store.terms.value} />
      </p>
      <p class="clip-excerpt" lang={clip.language} dir={clip.direction}>
        <Highlighted text={excerpt} terms={store.terms.value} />
      </p>
      <p class="clip-facts">
        <span class="clip-site">{clip.siteName}</span>
        <span class="clip-day">{clip.published?.slice(0, 10) ?? ''}</span>
        <ClipState store={store} clip={clip} />
      </p>
    </div>
  );
}

/** The beginning of the story; during a search, the place of the match. */
function useExcerpt(store: LibraryStore, clip: Clip): string {
  const terms = store.terms.value;
  const [found, setFound] = useState('');
  useEffect(() => {
    setFound('');
    if (terms.length === 0) return undefined;
    let current = true;
    const timer = setTimeout(async () => {
      const text = await store.textOf(clip.id);
      if (current) setFound(snippet(text, terms, SNIPPET_LENGTH));
    }, PAUSE);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [clip, terms, store]);
  return found === '' ? clip.excerpt : found;
}

function Highlighted({ text, terms }: { readonly text: string; readonly terms: readonly string[] }) {
  if (terms.length === 0) return <>{text}</>;
  return (
    <>
      {highlight(text, terms).map((stretch, n) => (stretch.hit ? <mark key={n}>{stretch.text}</mark> : stretch.text))}
    </>
  );
}

/** The status of the clip: a source that changed, a file that waits, or where it is. */
function ClipState({ store, clip }: { readonly store: LibraryStore; readonly clip: Clip }) {
  const { t, count } = useTranslator();
  const delivery = worstDelivery(store.libraryData.value.deliveries.get(clip.id));
  if (clip.isDamaged) {
    return (
      <span class="clip-state warning">
        <Icon name="warning" />
        {t('clipDamaged')}
      </span>
    );
  }
  if (delivery && delivery.state !== 'done') return <WaitingState delivery={delivery} />;
  if (clip.changedParagraphs) {
    return (
      <span class="clip-state warning">
        <Icon name="warning" />
        {count('sourceChanged', clip.changedParagraphs)}
      </span>
    );
  }
  if (!delivery) return null;
  const folder = store.libraryData.value.folders.find(({ id }) => id === delivery.targetId);
  return (
    <span class="clip-state done">
      <Icon name="check" />
      {folder?.name ?? t('downloadsPlace')}
    </span>
  );
}

function WaitingState({ delivery }: { readonly delivery: Delivery }) {
  const { t } = useTranslator();
  const isWaiting = delivery.state === 'queued' || delivery.state === 'sending';
  return (
    <span class={isWaiting ? 'clip-state' : 'clip-state warning'}>
      <Icon name={isWaiting ? 'clock' : 'warning'} />
      {t(`delivery_${delivery.state}`)}
    </span>
  );
}
