import type { Article } from '../../core/model/article.ts';
import type { ParagraphChange } from '../../library/queries/compare-texts.ts';
import { Difference } from '../shared/difference.tsx';
import { useTranslator } from '../shared/translation.tsx';

interface ChangesProps {
  readonly changes: readonly ParagraphChange[];
  readonly article: Article;
}

/** Shows what the site has changed since the story was kept. */
export function Changes({ changes, article }: ChangesProps) {
  const { t } = useTranslator();
  return (
    <section class="changes" aria-label={t('changesHeading')}>
      <h2>{t('changesHeading')}</h2>
      <div class="story" lang={article.language.value} dir={article.direction}>
        <Difference changes={changes} />
      </div>
    </section>
  );
}
