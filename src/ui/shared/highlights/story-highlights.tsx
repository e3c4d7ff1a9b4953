import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { createAnchor } from '../../../core/highlights/create-anchor.ts';
import { type LocatedHighlights, locateHighlights } from '../../../core/highlights/locate-highlights.ts';
import { nodeText } from '../../../core/highlights/node-text.ts';
import { canPaintHighlights, paintHighlights } from '../../../core/highlights/paint-highlights.ts';
import { HIGHLIGHT_COLOURS, type Highlight, type HighlightColour, MAX_NOTE } from '../../../core/model/highlight.ts';
import { useTranslator } from '../translation.tsx';
import './highlights.css';

export interface StoryHighlightsProps {
  /** Holds the story's text, which may be drawn later. */
  readonly container: RefObject<HTMLElement | null>;
  readonly highlights: readonly Highlight[];
  /** Adds a highlight, or takes it in place of the one with its id. Absent: they are only shown. */
  readonly onPut?: ((highlight: Highlight) => void) | undefined;
  readonly onRemove?: ((highlight: Highlight) => void) | undefined;
}

/** Paints the highlights of a story, lists them with their notes, and marks what is selected in it. */
export function StoryHighlights({ container, highlights, onPut, onRemove }: StoryHighlightsProps) {
  const { t, number } = useTranslator();
  const located = useLocated(container, highlights);
  const selected = useSelection(container);
  const mark = (colour: HighlightColour): void => {
    const highlight = selected && highlightOf(container.current, selected, colour);
    getSelection()?.removeAllRanges();
    if (highlight) onPut?.(highlight);
  };
  return (
    <>
      {onPut && selected && (
        <div class="mark-bar" role="toolbar" aria-label={t('highlightSelection')}>
          {HIGHLIGHT_COLOURS.map((colour) => (
            <button
              key={colour}
              type="button"
              class={`mark-colour ${colour}`}
              title={t('highlightMark', t(`colour_${colour}`))}
              aria-label={t('highlightMark', t(`colour_${colour}`))}
              // A press that moves the focus would take the selection away.
              onPointerDown={(event) => event.preventDefault()}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => mark(colour)}
            />
          ))}
        </div>
      )}
      {highlights.length > 0 && (
        <section class="highlights" aria-label={t('highlightList', number(highlights.length))}>
          <h3>{t('highlightList', number(highlights.length))}</h3>
          {!canPaintHighlights(window) && <p class="note">{t('highlightsNotPainted')}</p>}
          <ul>
            {[...located.found, ...located.lost].map((each) => (
              <HighlightRow
                key={each.highlight.id}
                highlight={each.highlight}
                lost={'reason' in each ? t(`highlightLost_${each.reason}`) : ''}
                onShow={
                  'range' in each
                    ? () => each.range.startContainer.parentElement?.scrollIntoView({ block: 'center' })
                    : undefined
                }
                onPut={onPut}
                onRemove={onRemove}
              />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

interface HighlightRowProps extends Pick<StoryHighlightsProps, 'onPut' | 'onRemove'> {
  readonly highlight: Highlight;
  /** Why it is not in the text; empty where it is. */
  readonly lost: string;
  readonly onShow: (() => void) | undefined;
}

function HighlightRow({ highlight, lost, onShow, onPut, onRemove }: HighlightRowProps) {
  const { t } = useTranslator();
  const { anchor, colour, note } = highlight;
  return (
    <li class={`highlight ${colour}`}>
      <blockquote>
        {onShow ? (
          <button type="button" class="link quote" onClick={onShow}>
            {anchor.exact}
          </button>
        ) : (
          anchor.exact
        )}
      </blockquote>
      {lost !== '' && <p class="note">{lost}</p>}
      {onPut ? (
        <textarea
          class="field"
          rows={1}
          maxLength={MAX_NOTE}
          aria-label={t('highlightNote')}
          placeholder={t('highlightNote')}
          value={note}
          onChange={(event) => onPut({ ...highlight, note: event.currentTarget.value })}
        />
      ) : (
        note !== '' && <p class="highlight-note">{note}</p>
      )}
      {onRemove && (
        <button type="button" class="link quiet" onClick={() => onRemove(highlight)}>
          {t('highlightRemove')}
        </button>
      )}
    </li>
  );
}

/** Where the highlights are in the story: looked for anew, and painted, when either changes. */
function useLocated(container: RefObject<HTMLElement | null>, highlights: readonly Highlight[]): LocatedHighlights {
  const [located, setLocated] = useState<LocatedHighlights>({ found: [], lost: [] });
  useEffect(() => {
    const root = container.current;
    if (!root) return undefined;
    const locate = (): void => {
      // A story that is not drawn yet has lost nothing.
      const next = root.textContent === '' ? { found: [], lost: [] } : locateHighlights(root, highlights);
      paintHighlights(window, next.found);
      setLocated(next);
    };
    const observer = new MutationObserver(locate);
    observer.observe(root, { childList: true, subtree: true });
    locate();
    return () => {
      observer.disconnect();
      paintHighlights(window, []);
    };
  }, [container, highlights]);
  return located;
}

/** What is selected in the story. */
function useSelection(container: RefObject<HTMLElement | null>): Range | undefined {
  const [selected, setSelected] = useState<Range | undefined>(undefined);
  useEffect(() => {
    const look = (): void => {
      const selection = getSelection();
      const range =
        selection && !selection.isCollapsed && selection.rangeCount > 0 ? selection.getRangeAt(0) : undefined;
      const isInside = range && container.current?.contains(range.commonAncestorContainer);
      setSelected(isInside ? range.cloneRange() : undefined);
    };
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, [container]);
  return selected;
}

function highlightOf(root: HTMLElement | null, range: Range, colour: HighlightColour): Highlight | undefined {
  if (!root) return undefined;
  const { text, offsetsOf } = nodeText(root);
  const { start, end } = offsetsOf(range);
  const anchor = createAnchor(text, start, end);
  return anchor && { id: crypto.randomUUID(), anchor, colour, note: '', createdAt: Date.now() };
}
