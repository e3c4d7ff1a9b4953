import { useMemo } from 'preact/hooks';
import type { ParagraphChange } from '../../library/queries/compare-texts.ts';
import { compareWords } from '../../library/queries/compare-words.ts';
import { useTranslator } from './translation.tsx';

/** What is different between two versions of a text, word by word; paragraphs that are the same are only counted. */
export function Difference({ changes }: { readonly changes: readonly ParagraphChange[] }) {
  const { count } = useTranslator();
  const same = changes.filter(({ kind }) => kind === 'same').length;
  return (
    <>
      {changes.map((change, at) => change.kind !== 'same' && <Change key={at} change={change} />)}
      {same > 0 && <p class="note">{count('paragraphsUnchanged', same)}</p>}
    </>
  );
}

function Change({ change }: { readonly change: Exclude<ParagraphChange, { kind: 'same' }> }) {
  const { t } = useTranslator();
  const words = useMemo(
    () => (change.kind === 'changed' ? compareWords(change.before, change.after) : undefined),
    [change],
  );
  if (words) {
    return (
      <p dir="auto">
        {words.map(({ kind, text }, at) =>
          kind === 'same' ? text : kind === 'added' ? <ins key={at}>{text}</ins> : <del key={at}>{text}</del>,
        )}
      </p>
    );
  }
  return (
    <>
      {change.kind === 'changed' && <p class="note">{t('rewritten')}</p>}
      {'before' in change && (
        <p dir="auto">
          <del>{change.before}</del>
        </p>
      )}
      {'after' in change && (
        <p dir="auto">
          <ins>{change.after}</ins>
        </p>
      )}
    </>
  );
}
