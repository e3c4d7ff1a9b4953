import type { ArticleWarning } from '../../core/model/article.ts';
import type { DroppedBlock } from '../../core/model/page-blocks.ts';
import { keyPart } from '../../i18n/messages.ts';
import { Icon } from '../shared/icon.tsx';
import { Later } from '../shared/later.tsx';
import { Segments } from '../shared/segments.tsx';
import { StorySkeleton, type StorySource } from '../shared/story-view.tsx';
import { useTranslator } from '../shared/translation.tsx';
import { bodyWarnings } from './body-warnings.ts';
import { articleOf, markdownOf } from './edit.ts';
import type { Editing, PopupState, ShownStory } from './model.ts';
import { Preview } from './preview.tsx';
import type { PopupStore } from './store.ts';

/** The blocks of the page, and what is said above the text of a choice among them: loaded when they are asked for. */
const loadBlocks = () => import('./blocks/blocks-view.tsx').then(({ BlocksView }) => BlocksView);
const loadPagesBar = () => import('./pages-bar.tsx').then(({ PagesBar }) => PagesBar);
const loadChanges = async () => (await import('./changes.tsx')).Changes;
const loadChoiceBar = () => import('./blocks/choice-bar.tsx').then(({ ChoiceBar }) => ChoiceBar);

/** What the body is drawn from: a story that can be read already, or one in the user's hands. */
interface BodyProps {
  readonly store: PopupStore;
  readonly state: Extract<PopupState, { readonly phase: 'reading' | 'editing' }>;
}

/**
 * The story's text. The same component from the skeleton to the finished clip, so that the text stays on the screen as it
 * was drawn when the tools above it come.
 */
export function Body({ store, state }: BodyProps) {
  const { t } = useTranslator();
  const editing = state.phase === 'editing' ? state : undefined;
  const article = state.phase === 'editing' ? articleOf(state.edit) : state.story;
  const isPreview = !editing || editing.view === 'preview';
  return (
    <section class="body" aria-label={t('bodyBand')}>
      {editing ? (
        <ToolBar store={store} state={editing} />
      ) : (
        <div class="tool-bar" aria-hidden="true">
          <span class="skeleton segments-like" />
        </div>
      )}
      {article && <Warnings warnings={article.warnings} isOnline={store.isOnline.value} />}
      {(state.pages || 'share' in state) && <Later load={loadPagesBar} props={{ store, state }} />}
      {editing && (editing.choice || editing.picked) && (
        <Later load={loadChoiceBar} props={{ store, state: editing }} />
      )}
      {editing && <OtherViews store={store} state={editing} />}
      {isPreview && article && (
        <Preview
          store={store}
          article={article}
          story={storyOf(article, editing)}
          isChoosable={editing?.edit.scope === 'article'}
        />
      )}
      {isPreview && !article && <StorySkeleton />}
    </section>
  );
}

/** The page's own text, as long as the user has not written another. */
function storyOf({ html }: ShownStory, editing: Editing | undefined): StorySource {
  const written = editing?.edit.markdown[editing.edit.scope];
  return written === undefined ? { html } : { markdown: written };
}

interface EditingProps {
  readonly store: PopupStore;
  readonly state: Editing;
}

/** What is clipped, how it is shown, how much it is. */
function ToolBar({ store, state }: EditingProps) {
  const { t, count } = useTranslator();
  const { edit, view, choice } = state;
  const { trace } = articleOf(edit);
  const leftOut = trace.length + (choice?.out.length ?? 0) - groupsBack(choice?.back);
  const counts = store.counts.value;
  const counted = counts
    ? [
        count(counts.unit, counts.length),
        count('paragraphs', counts.paragraphs),
        ...(counts.images > 0 ? [count('images', counts.images)] : []),
      ]
    : [];
  return (
    <div class="tool-bar">
      {edit.articles.selection && (
        <Segments
          label={t('scope')}
          name="scope"
          value={edit.scope}
          options={[
            { value: 'selection', label: t('scopeSelection') },
            { value: 'article', label: t('scopeArticle') },
          ]}
          onChange={store.chooseScope}
        />
      )}
      <Segments
        label={t('view')}
        name="view"
        value={view}
        options={[
          { value: 'preview', label: t('viewPreview') },
          { value: 'markdown', label: t('viewMarkdown') },
        ]}
        onChange={store.show}
      />
      <div class="counts">
        <p class="counted" title={counted.join(' · ')}>
          {counted.map((part) => (
            <span key={part}>{part}</span>
          ))}
        </p>
        {edit.scope === 'article' && (
          <button
            type="button"
            class="link left-out-button"
            aria-expanded={view === 'blocks'}
            aria-controls="blocks"
            onClick={() => store.show(view === 'blocks' ? 'preview' : 'blocks')}
          >
            {leftOut > 0 ? count('leftOut', leftOut) : t('chooseBlocks')}
          </button>
        )}
      </div>
    </div>
  );
}

/** How many removals were taken back, each counted once. */
function groupsBack(back: readonly DroppedBlock[] = []): number {
  return new Set(back.filter(({ group }) => group >= 0).map(({ group }) => group)).size;
}

/** What can be looked at instead of the preview. */
function OtherViews({ store, state }: EditingProps) {
  const { t } = useTranslator();
  const { edit, view, known } = state;
  const article = articleOf(edit);
  const earlier = edit.scope === 'selection' ? known?.selection : known?.clip;
  switch (view) {
    case 'changes':
      return earlier ? <Later load={loadChanges} props={{ changes: earlier.changes, article }} /> : null;
    case 'blocks':
      return <Later load={loadBlocks} props={{ store, state }} />;
    case 'markdown':
      return (
        <textarea
          class="editor"
          aria-label={t('markdownEditor')}
          lang={article.language.value}
          dir="auto"
          spellcheck={false}
          value={markdownOf(edit)}
          onInput={(event) => store.editMarkdown(event.currentTarget.value)}
        />
      );
    case 'preview':
      return null;
  }
}

interface WarningsProps {
  readonly warnings: readonly ArticleWarning[];
  readonly isOnline: boolean;
}

function Warnings({ warnings, isOnline }: WarningsProps) {
  const { t } = useTranslator();
  return (
    <>
      {bodyWarnings(warnings).map((warning) => (
        <p key={warning} class="notice warning">
          <Icon name="warning" />
          {t(`warning_${keyPart(warning)}`)}
        </p>
      ))}
      {!isOnline && (
        <p class="notice">
          <Icon name="info" />
          {t('offline')}
        </p>
      )}
    </>
  );
}
