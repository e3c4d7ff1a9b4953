import { useRef, useState } from 'preact/hooks';
import type { Highlight } from '../../core/model/highlight.ts';
import { type ClipPost, draftOfContent } from '../../library/model/clip.ts';
import { DOWNLOADS_ID } from '../../library/model/target-record.ts';
import type { WholeClip } from '../../library/queries/read-whole-clip.ts';
import { Icon } from '../shared/icon.tsx';
import { Later } from '../shared/later.tsx';
import { StoryView } from '../shared/story-view.tsx';
import { authorsText } from '../shared/text-fields.ts';
import { useTranslator } from '../shared/translation.tsx';
import { useFocusGoesOn } from '../shared/use-focus-goes-on.ts';
import { DeliveryStatus } from './delivery-status.tsx';
import { DraftNotice } from './draft-notice.tsx';
import { EditPane } from './edit-pane.tsx';
import type { LibraryProps } from './props.ts';
import { spokenDate } from './spoken-date.ts';
import { DeletedNotice } from './trash-bar.tsx';
import { Versions } from './versions.tsx';

const NO_HIGHLIGHTS: readonly Highlight[] = [];

const loadHighlights = async () => (await import('../shared/highlights/story-highlights.tsx')).StoryHighlights;

/** The right column: the story as it reads, or as it is edited. */
export function StoryPane(props: LibraryProps) {
  const { store } = props;
  const { t } = useTranslator();
  const whole = store.reading.value;
  const sheet = useRef<HTMLElement>(null);
  // The form is gone with the press that saves or closes it.
  useFocusGoesOn(sheet, () => sheet.current?.querySelector<HTMLElement>('[aria-keyshortcuts="e"]'));
  return (
    <section class="story-column" aria-label={t('bodyBand')}>
      {whole ? (
        <article ref={sheet} class="sheet" key={whole.clip.id}>
          <button type="button" class="link back" onClick={() => store.go({ clip: '' })}>
            {t('backToList')}
          </button>
          {store.isEditing.value && whole.content ? (
            <EditPane {...props} whole={whole} />
          ) : (
            <Reading {...props} whole={whole} />
          )}
        </article>
      ) : (
        store.phase.value === 'ready' &&
        store.libraryData.value.clips.size > 0 && <p class="unread">{t('chooseClip')}</p>
      )}
    </section>
  );
}

function Reading(props: LibraryProps & { readonly whole: WholeClip }) {
  const { store, actions, whole } = props;
  const { t, day } = useTranslator();
  const [showsImages, setShowsImages] = useState(false);
  const storyElement = useRef<HTMLDivElement>(null);
  const { clip, content, post, text } = whole;
  const isDeleted = whole.deletedAt !== undefined;
  const draft = content && draftOfContent(content);
  const reference = whole.deliveries
    .filter(({ targetId }) => targetId === DOWNLOADS_ID)
    .flatMap(({ receipts }) => receipts)
    .find((receipt) => receipt.reference)?.reference;
  const byline = authorsText(clip.authors, clip.language);
  return (
    <>
      <div class="sheet-bar">
        <p class="sheet-place">{[clip.siteName, draft?.section].filter(Boolean).join(' · ')}</p>
        <div class="sheet-actions">
          <button
            type="button"
            class="link quiet"
            aria-keyshortcuts="r"
            onClick={() => void store.go({ mode: 'read' })}
          >
            {t('readerView')}
          </button>
          {isDeleted || !content ? null : (
            <button type="button" class="link quiet" aria-keyshortcuts="e" onClick={actions.openEditor}>
              {t('edit')}
            </button>
          )}
          <a class="link quiet" href={clip.url} target="_blank" rel="noopener noreferrer" aria-keyshortcuts="o">
            {t('openOriginal')}
          </a>
          {post && (
            <button
              type="button"
              class="link quiet"
              onClick={() => store.ports.giveFile(nameOf(post.path), fileOf(post))}
            >
              {t('downloadPost')}
            </button>
          )}
          {reference !== undefined && (
            <button type="button" class="link quiet" onClick={() => store.ports.showDownload(reference)}>
              {t('showInFolder')}
            </button>
          )}
          {!isDeleted && (
            <button type="button" class="link quiet" onClick={() => actions.remove([clip.id])}>
              {t('delete')}
            </button>
          )}
        </div>
      </div>
      <h2 class="headline" lang={clip.language} dir={clip.direction}>
        {clip.title}
      </h2>
      <p class="sheet-facts">
        {byline !== '' && <span>{byline}</span>}
        <span class="figures">{spokenDate(clip.published)}</span>
        <span>{t('clippedOn', day(clip.createdAt))}</span>
      </p>
      {clip.tags.length > 0 && (
        <ul class="chips" aria-label={t('fieldTags')}>
          {clip.tags.map((tag) => (
            <li key={tag}>
              <button type="button" class="chip" onClick={() => store.goToFilter({ tag })}>
                <span class="chip-text">{tag}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {clip.notes !== '' && <p class="notes">{clip.notes}</p>}
      {isDeleted && <DeletedNotice {...props} />}
      {!isDeleted && <DraftNotice {...props} />}
      {clip.isDamaged && (
        <div class="notice warning">
          <Icon name="warning" />
          <div>{t('clipDamagedHint')}</div>
        </div>
      )}
      <DeliveryStatus {...props} />
      <hr class="scissors" />
      {draft && draft.images.length > 0 && !showsImages && (
        <p class="notice">
          {t('imagesHeldBack')}
          <button type="button" class="link" onClick={() => setShowsImages(true)}>
            {t('showImages')}
          </button>
        </p>
      )}
      {(draft || text) && (
        <div ref={storyElement}>
          <StoryView
            story={{ markdown: draft?.markdown ?? text?.text ?? '' }}
            language={clip.language}
            direction={clip.direction}
            images={showsImages ? 'shown' : 'named'}
          />
        </div>
      )}
      {draft && (
        <Later
          load={loadHighlights}
          props={{
            container: storyElement,
            highlights: draft.highlights ?? NO_HIGHLIGHTS,
            ...(isDeleted
              ? {}
              : {
                  onPut: (highlight: Highlight) => actions.mark(clip.id, highlight),
                  onRemove: (highlight: Highlight) => actions.unmark(clip.id, highlight),
                }),
          }}
        />
      )}
      {!isDeleted && content && <Versions {...props} />}
      {post && (
        <details class="post-file">
          <summary>{t('postFile')}</summary>
          <p class="post-path">{post.path}</p>
          <pre dir="ltr">{post.meta ?? frontMatterOf(post.text)}</pre>
        </details>
      )}
    </>
  );
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function fileOf({ text }: ClipPost): Blob {
  return new Blob([text], { type: 'text/markdown' });
}

function frontMatterOf(text: string): string {
  const end = text.indexOf('\n---', 3);
  return end < 0 ? text.slice(0, 2_000) : text.slice(0, end + 4);
}
