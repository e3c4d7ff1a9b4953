import { useMemo } from 'preact/hooks';
import type { ArticleWarning } from '../../core/model/article.ts';
import { keyPart } from '../../i18n/messages.ts';
import { Icon } from '../shared/icon.tsx';
import { Segments } from '../shared/segments.tsx';
import { StorySkeleton, StoryView } from '../shared/story-view.tsx';
import { useTranslator } from '../shared/translation.tsx';
import { Changes } from './changes.tsx';
import { articleOf, markdownOf } from './edit.ts';
import { LeftOut } from './left-out.tsx';
import type { Editing } from './model.ts';
import type { PopupStore } from './store.ts';
import { countStory } from './story-counts.ts';

/** Said above the text. What concerns the date is said beside the date. */
const BODY_WARNINGS = ['body-uncertain', 'body-short', 'paywall', 'too-large'] as const;

export function Body({ store, state }: { readonly store: PopupStore; readonly state: Editing }) {
  const { t, count } = useTranslator();
  const { edit, view } = state;
  const article = articleOf(edit);
  const markdown = markdownOf(edit);
  const counts = useMemo(() => countStory(markdown), [markdown]);
  const counted = [
    count(counts.unit, counts.length),
    count('paragraphs', counts.paragraphs),
    ...(counts.images > 0 ? [count('images', counts.images)] : []),
  ];

  return (
    <section class="body" aria-label={t('bodyBand')}>
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
          {article.trace.length > 0 && (
            <button
              type="button"
              class="link left-out-button"
              aria-expanded={view === 'left-out'}
              aria-controls="left-out"
              onClick={() => store.show(view === 'left-out' ? 'preview' : 'left-out')}
            >
              {count('leftOut', article.trace.length)}
            </button>
          )}
        </div>
      </div>
      <Warnings warnings={article.warnings} isOnline={store.isOnline.value} />
      {view === 'changes' && state.known?.clip && <Changes changes={state.known.clip.changes} article={article} />}
      {view === 'left-out' && <LeftOut trace={article.trace} onClose={() => store.show('preview')} />}
      {view === 'preview' && (
        <StoryView markdown={markdown} language={article.language.value} direction={article.direction} />
      )}
      {view === 'markdown' && (
        <textarea
          class="editor"
          aria-label={t('markdownEditor')}
          lang={article.language.value}
          dir="auto"
          spellcheck={false}
          value={markdown}
          onInput={(event) => store.editMarkdown(event.currentTarget.value)}
        />
      )}
    </section>
  );
}

export function BodySkeleton() {
  return (
    <section class="body">
      <div class="tool-bar" aria-hidden="true">
        <span class="skeleton segments-like" />
      </div>
      <StorySkeleton />
    </section>
  );
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
