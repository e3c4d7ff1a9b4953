import { Icon } from '../shared/icon.tsx';
import { RowList } from '../shared/row-list.tsx';
import { sourceText } from '../shared/text-fields.ts';
import { useTranslator } from '../shared/translation.tsx';
import type { Candidate } from './candidates.ts';
import type { Composer } from './composer.ts';

/** Height of a row in CSS pixels; batch.css says the same. */
const ROW = 52;

/** What a source found, and what of it will be clipped. What is known or listed twice is struck out. */
export function Preview({ composer }: { readonly composer: Composer }) {
  const { t, count, number } = useTranslator();
  const { listed, candidates, chosen, picked, at } = composer;
  const known = candidates.value.filter(({ status }) => status === 'known').length;
  return (
    <section class="preview" aria-label={t('batchPreview')}>
      <div class="preview-head">
        <p aria-live="polite">
          <strong>{t('batchChosen', number(picked.value.length), number(listed.value.length))}</strong>
          {known > 0 && <span class="note"> · {count('batchKnown', known)}</span>}
        </p>
        <p class="preview-picks">
          {(['all', 'new', 'none'] as const).map((which) => (
            <button key={which} type="button" class="link" onClick={() => composer.pick(which)}>
              {t(`pick_${which}`)}
            </button>
          ))}
        </p>
      </div>
      <label class="search">
        <Icon name="search" />
        <span class="aside-for-readers">{t('batchFilter')}</span>
        <input
          id="batch-filter"
          type="search"
          value={composer.filter.value}
          placeholder={t('batchFilterHint')}
          autocomplete="off"
          spellcheck={false}
          onInput={(event) => {
            composer.filter.value = event.currentTarget.value;
            at.value = -1;
          }}
          onKeyDown={(event) => {
            // Enter would start the batch.
            if (event.key !== 'Enter' && event.key !== 'ArrowDown') return;
            event.preventDefault();
            document.getElementById('candidates')?.focus();
          }}
        />
      </label>
      <RowList
        id="candidates"
        label={t('batchPreview')}
        rows={listed.value}
        rowHeight={ROW}
        at={at.value}
        keyOf={({ n }) => String(n)}
        isChosen={({ n }) => chosen.value.has(n)}
        isMultiple
        rowClass={({ n, status }) => `candidate ${status}${chosen.value.has(n) ? ' chosen' : ''}`}
        draw={(candidate) => <CandidateRow candidate={candidate} isChosen={chosen.value.has(candidate.n)} />}
        onMove={(place) => {
          at.value = place;
        }}
        onToggle={composer.toggle}
        onKey={(event) => {
          if (event.key !== 'a' || !(event.ctrlKey || event.metaKey)) return false;
          composer.pick('all');
          return true;
        }}
      />
    </section>
  );
}

interface CandidateRowProps {
  readonly candidate: Candidate;
  readonly isChosen: boolean;
}

function CandidateRow({ candidate: { url, title, status }, isChosen }: CandidateRowProps) {
  const { t } = useTranslator();
  return (
    <>
      <span class="tick" aria-hidden="true">
        {isChosen && <Icon name="check" />}
      </span>
      <span class="row-text">
        <span class="row-title" dir="auto">
          {title === '' ? sourceText(url) : title}
        </span>
        <span class="row-address" title={url}>
          {sourceText(url)}
        </span>
      </span>
      {status !== 'new' && <span class="row-note">{t(`candidate_${status}`)}</span>}
    </>
  );
}
