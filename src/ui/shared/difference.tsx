import { useMemo } from 'preact/hooks';
import type { ParagraphChange } from '../../library/queries/compare-texts.ts';
import { compareWords, type WordChange } from '../../library/queries/compare-words.ts';
import { useTranslator } from './translation.tsx';

/** Shows what is different between two versions of a text, word by word; unchanged paragraphs are only counted. */
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

/** Returns the words of a changed paragraph; nothing where it was added, removed or rewritten. */
export function useWordChanges(change: ParagraphChange): readonly WordChange[] | undefined {
  return useMemo(() => (change.kind === 'changed' ? compareWords(change.before, change.after) : undefined), [change]);
}

interface WordsProps {
  readonly words: readonly WordChange[];
  /** What is not shown, where each version has a place of its own. */
  readonly without?: WordChange['kind'];
}

/** Shows words with those that were added or removed marked. */
export function Words({ words, without }: WordsProps) {
  return (
    <>
      {words.map(({ kind, text }, at) => {
        if (kind === without) return null;
        return kind === 'same' ? text : kind === 'added' ? <ins key={at}>{text}</ins> : <del key={at}>{text}</del>;
      })}
    </>
  );
}

function Change({ change }: { readonly change: Exclude<ParagraphChange, { kind: 'same' }> }) {
  const { t } = useTranslator();
  const words = useWordChanges(change);
  if (words) {
    return (
      <p dir="auto">
        <Words words={words} />
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
