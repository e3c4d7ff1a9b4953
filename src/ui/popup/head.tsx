import { keyPart, type MessageKey } from '../../i18n/messages.ts';
import { offsetOf, readDate } from '../shared/date-field.ts';
import { Icon, Mark } from '../shared/icon.tsx';
import { InPlace } from '../shared/in-place.tsx';
import { Later } from '../shared/later.tsx';
import { TagField } from '../shared/tag-field.tsx';
import { headlineOf, hostOf, sourceText } from '../shared/text-fields.ts';
import { useTranslator } from '../shared/translation.tsx';
import type { Edit, TextField } from './edit.ts';
import { type Editing, faultyFields, type ShownStory, suggestedTags } from './model.ts';
import type { TabPage } from './ports.ts';
import type { PopupStore } from './store.ts';

/** The buttons are drawn once there is a story to look at: the first paint does not wait for them. */
const loadViewButtons = async () => (await import('./view-buttons.tsx')).ViewButtons;

/** Whose story it is, and the ways to the other pages. */
export function TopBar({ store }: { readonly store: PopupStore }) {
  const { t } = useTranslator();
  const state = store.state.value;
  const article =
    state.phase === 'editing' ? state.edit.articles.article : state.phase === 'reading' ? state.story : undefined;
  const section = article?.section.value ?? '';
  return (
    <div class="top-bar">
      <Mark />
      <p class="site">
        <strong>{article?.siteName.value || hostOf(state.page.url) || t('extensionShortName')}</strong>
        {section !== '' && <span class="section"> · {section}</span>}
      </p>
      {state.phase === 'editing' && <Later load={loadViewButtons} props={{ store, state }} />}
      <button type="button" class="button plain square" onClick={store.openBatch} title={t('batch')}>
        <Icon name="batch" />
        <span class="aside-for-readers">{t('batch')}</span>
      </button>
      <button type="button" class="button plain square" onClick={() => store.openLibrary()} title={t('library')}>
        <Icon name="library" />
        <span class="aside-for-readers">{t('library')}</span>
      </button>
      <button type="button" class="button plain square" onClick={store.openOptions} title={t('settings')}>
        <Icon name="settings" />
        <span class="aside-for-readers">{t('settings')}</span>
      </button>
    </div>
  );
}

export function Head({ store, state }: { readonly store: PopupStore; readonly state: Editing }) {
  const { t } = useTranslator();
  const { edit } = state;
  const { article } = edit.articles;
  const field = (name: TextField) => ({
    id: `field-${name}`,
    value: edit[name],
    isFaulty: state.checked.includes(name) && faultyFields(edit).includes(name),
    onInput: (text: string) => store.type(name, text),
    onLeave: () => store.leave(name),
  });

  return (
    <section class="head" aria-label={t('headBand')}>
      <InPlace
        {...field('title')}
        class={isLong(edit.title) ? 'headline long' : 'headline'}
        label={t('fieldTitle')}
        placeholder={t('titlePlaceholder')}
        lang={article.language.value}
        dir={article.direction}
        multiline
      />
      <dl class="facts">
        <Fact id="field-authors" label={t('fieldAuthor')}>
          <InPlace {...field('authors')} placeholder={article.siteName.value} lang={article.language.value} />
          {edit.authors.trim() === '' && <span class="note">{t('authorFallsBack')}</span>}
        </Fact>
        <Fact id="field-date" label={t('fieldDate')}>
          <InPlace {...field('date')} placeholder={t('datePlaceholder')} describedBy="date-note" />
          <DateNote edit={edit} isFaulty={field('date').isFaulty} />
        </Fact>
        <Fact id="field-source" label={t('fieldSource')}>
          <InPlace {...field('source')} class="source" inputMode="url" describedBy="source-note" />
          <span id="source-note" class="note fault" role="alert">
            {field('source').isFaulty && t('sourceInvalid')}
          </span>
        </Fact>
        <Fact id="field-tags" label={t('fieldTags')}>
          <TagField
            id="field-tags"
            tags={edit.tags}
            suggestions={suggestedTags(state)}
            onAdd={store.addTag}
            onRemove={store.removeTag}
          />
        </Fact>
      </dl>
    </section>
  );
}

/** Letters of a headline that make more than three lines at its full size; Han characters take the room of two. */
const LONG_TITLE = 110;

function isLong(title: string): boolean {
  return title.length + (title.match(/[\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef]/g)?.length ?? 0) > LONG_TITLE;
}

interface HeadSkeletonProps {
  readonly page: TabPage;
  /** The story as extracted from the page, where it was: its dates and authors are not read yet. */
  readonly story: ShownStory | undefined;
}

/** The head before the story is complete: what the tab and the page tell, in its final place. */
export function HeadSkeleton({ page, story }: HeadSkeletonProps) {
  const { t } = useTranslator();
  return (
    <section class="head" aria-label={t('headBand')}>
      <p class="headline waiting">{story?.title.value ?? headlineOf(page.title)}</p>
      <dl class="facts">
        <Fact label={t('fieldAuthor')}>
          <span class="skeleton short" />
        </Fact>
        <Fact label={t('fieldDate')}>
          <span class="skeleton medium" />
        </Fact>
        <Fact label={t('fieldSource')}>
          <span class="source waiting">{sourceText(page.url)}</span>
        </Fact>
        <Fact label={t('fieldTags')}>
          <span class="skeleton chip-like" />
        </Fact>
      </dl>
    </section>
  );
}

interface FactProps {
  readonly id?: string;
  readonly label: string;
  readonly children: preact.ComponentChildren;
}

function Fact({ id, label, children }: FactProps) {
  return (
    <div class="fact">
      <dt>{id ? <label for={id}>{label}</label> : label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Where the date is from, and whatever about it is less than certain. */
function DateNote({ edit, isFaulty }: { readonly edit: Edit; readonly isFaulty: boolean }) {
  const { t } = useTranslator();
  const { published: given } = edit.articles.article;
  const published = readDate(edit.date, given);
  if (published === 'invalid') {
    return (
      <span id="date-note" class="note fault" role="alert">
        {isFaulty && t('dateInvalid')}
      </span>
    );
  }
  if (!published) return <DateWarning>{t('dateUnknown')}</DateWarning>;

  const penalty = published.origin === 'user' ? undefined : penaltyOf(edit);
  if (penalty) return <DateWarning>{[offsetOf(published), t(penalty)].filter(Boolean).join(' · ')}</DateWarning>;
  const offset = offsetOf(published);
  const zone = published.zone === 'site' ? t('dateZoneOfSite', offset) : offset;
  const origin = published.origin === 'none' ? '' : t(`origin_${keyPart(published.origin)}`);
  return (
    <span id="date-note" class="note">
      {[zone, origin].filter(Boolean).join(' · ')}
    </span>
  );
}

function DateWarning({ children }: { readonly children: preact.ComponentChildren }) {
  return (
    <span id="date-note" class="note penalty">
      <Icon name="warning" />
      {children}
    </span>
  );
}

/** What is said of the page's own date, the gravest first. */
function penaltyOf({ articles }: Edit): MessageKey | undefined {
  const { warnings, published } = articles.article;
  if (warnings.includes('date-future')) return 'dateFuture';
  if (warnings.includes('date-conflict')) return 'dateConflict';
  if (published?.zone === 'assumed') return 'dateZoneAssumed';
  if (published?.zone === 'none' && published.precision !== 'day') return 'dateNoZone';
  return undefined;
}
