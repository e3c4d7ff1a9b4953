import { useEffect, useRef, useState } from 'preact/hooks';
import { type Highlight, MAX_NOTE } from '../../../core/model/highlight.ts';
import { useTranslator } from '../translation.tsx';

/** A pause in typing after which a note is kept, in milliseconds: a tab can be closed without leaving the field. */
const PAUSE_MS = 1_000;

interface NoteFieldProps {
  readonly highlight: Highlight;
  readonly onPut: (highlight: Highlight) => void;
}

/** The note of a highlight. Shows what is typed until it is kept, however often the page is drawn meanwhile. */
export function NoteField({ highlight, onPut }: NoteFieldProps) {
  const { t } = useTranslator();
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const timer = useRef<number | undefined>(undefined);
  /** What was handed on last: it is not handed on again while it is being kept. */
  const handed = useRef<string | undefined>(undefined);
  const keep = useRef<() => void>(() => undefined);
  keep.current = () => {
    clearTimeout(timer.current);
    if (typed === undefined || typed === highlight.note || typed === handed.current) return;
    handed.current = typed;
    onPut({ ...highlight, note: typed });
  };
  useEffect(() => {
    if (typed !== highlight.note) return;
    handed.current = undefined;
    setTyped(undefined);
  }, [typed, highlight.note]);
  useEffect(() => {
    const leave = (): void => keep.current();
    document.addEventListener('visibilitychange', leave);
    return () => {
      document.removeEventListener('visibilitychange', leave);
      leave();
    };
  }, []);
  return (
    <textarea
      class="field"
      dir="auto"
      rows={1}
      maxLength={MAX_NOTE}
      aria-label={t('highlightNote')}
      placeholder={t('highlightNote')}
      value={typed ?? highlight.note}
      onInput={(event) => {
        setTyped(event.currentTarget.value);
        clearTimeout(timer.current);
        timer.current = window.setTimeout(() => keep.current(), PAUSE_MS);
      }}
      onBlur={() => keep.current()}
    />
  );
}
