import type { Article } from '../../core/model/article.ts';
import type { ParagraphChange } from '../../library/queries/compare-texts.ts';
import { useTranslator } from '../shared/translation.tsx';

interface ChangesProps {
  readonly changes: readonly ParagraphChange[];
  readonly article: Article;
}

/** What the site has changed since the story was kept, paragraph by paragraph; unchanged ones only counted. */
export function Changes({ changes, article }: ChangesProps) {
  const { t, count } = useTranslator();
  const same = changes.filter(({ kind }) => kind === 'same').length;
  return (
    <section class="changes" aria-label={t('changesHeading')}>
      <h2>{t('changesHeading')}</h2>
      <div class="story" lang={article.language.value} dir={article.direction}>
        {changes.map((change, at) => change.kind !== 'same' && <Change key={at} change={change} />)}
      </div>
      {same > 0 && <p class="note">{count('paragraphsUnchanged', same)}</p>}
    </section>
  );
}

function Change({ change }: { readonly change: ParagraphChange }) {
  return (
    <p>
      {'before' in change && <del>{change.before}</del>}
      {'after' in change && <ins>{change.after}</ins>}
    </p>
  );
}
