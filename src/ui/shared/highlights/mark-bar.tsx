import { useEffect } from 'preact/hooks';
import { HIGHLIGHT_COLOURS, type HighlightColour } from '../../../core/model/highlight.ts';
import { useTranslator } from '../translation.tsx';

interface MarkBarProps {
  /** Whether a text is selected. */
  readonly isOpen: boolean;
  /** Marks what is selected. Returns whether anything is. */
  readonly onMark: (colour: HighlightColour) => boolean;
  /** Opens the note of the passage that was marked last. */
  readonly onNote: () => void;
}

/** The colours, over the foot of the story while a text of it is selected. Keys as in the page's own highlighter. */
export function MarkBar({ isOpen, onMark, onNote }: MarkBarProps) {
  const { t } = useTranslator();
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isField(event.target)) return;
      const colour = HIGHLIGHT_COLOURS[Number(event.key) - 1];
      if (event.key === 'n') onNote();
      else if (!colour || !onMark(colour)) return;
      event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [onMark, onNote]);
  if (!isOpen) return null;
  return (
    <div class="mark-bar" role="toolbar" aria-label={t('highlightSelection')}>
      {HIGHLIGHT_COLOURS.map((colour, n) => (
        <button
          key={colour}
          type="button"
          class={`mark-colour ${colour}`}
          title={t('highlightMark', t(`colour_${colour}`))}
          aria-label={t('highlightMark', t(`colour_${colour}`))}
          aria-keyshortcuts={String(n + 1)}
          // A press that moves the focus would take the selection away.
          onPointerDown={(event) => event.preventDefault()}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onMark(colour)}
        >
          {n + 1}
        </button>
      ))}
    </div>
  );
}

function isField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select') !== null;
}
