import { useMemo } from 'preact/hooks';
import type { ArticleWarning } from '../../core/model/article.ts';
import { keyPart } from '../../i18n/messages.ts';
import { Icon } from '../shared/icon.tsx';
import { Segments } from '../shared/segments.tsx';
import { StorySkeleton, type StorySource, StoryView } from '../shared/story-view.tsx';
import { useTranslator } from '../shared/translation.tsx';
import { Changes } from './changes.tsx';
import { articleOf, markdownOf } from './edit.ts';
import { LeftOut } from './left-out.tsx';
import type { Editing, PopupState, ShownStory } from './model.ts';
import type { PopupStore } from './store.ts';
import { countStory } from './story-counts.ts';

/** Said above the text. What concerns the date is said beside the date. */
const BODY_WARNINGS = ['body-uncertain', 'body-short', 'paywall', 'too-large'] as const;

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
      {editing && <OtherViews store={store} state={editing} />}
      {isPreview && article && (
        <StoryView story={storyOf(article, editing)} language={article.language.value} direction={article.direction} />
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
  const { edit, view } = state;
  const { trace } = articleOf(edit);
  const markdown = markdownOf(edit);
  const counts = useMemo(() => countStory(markdown), [markdown]);
  const counted = [
    count(counts.unit, counts.length),
    count('paragraphs', counts.paragraphs),
    ...(counts.images > 0 ? [count('images', counts.images)] : []),
  ];
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
        {trace.length > 0 && (
          <button
            type="button"
            class="link left-out-button"
            aria-expanded={view === 'left-out'}
            aria-controls="left-out"
            onClick={() => store.show(view === 'left-out' ? 'preview' : 'left-out')}
          >
            {count('leftOut', trace.length)}
          </button>
        )}
      </div>
    </div>
  );
}

/** What can be looked at instead of the preview. */
function OtherViews({ store, state }: EditingProps) {
  const { t } = useTranslator();
  const { edit, view, known } = state;
  const article = articleOf(edit);
  const earlier = edit.scope === 'selection' ? known?.selection : known?.clip;
  switch (view) {
    case 'changes':
      return earlier ? <Changes changes={earlier.changes} article={article} /> : null;
    case 'left-out':
      return <LeftOut trace={article.trace} onClose={() => store.show('preview')} />;
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
      {BODY_WARNINGS.filter((warning) => warnings.includes(warning)).map((warning) => (
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
