import type { RefObject } from 'preact';
import type { LocatedHighlights } from '../../../core/highlights/locate-highlights.ts';
import { canPaintHighlights } from '../../../core/highlights/paint-highlights.ts';
import type { Highlight } from '../../../core/model/highlight.ts';
import { useTranslator } from '../translation.tsx';
import { NoteField } from './note-field.tsx';

interface ChangeProps {
  /** Absent: notes are only shown. */
  readonly onPut: ((highlight: Highlight) => void) | undefined;
  readonly onRemove: ((highlight: Highlight) => void) | undefined;
}

interface HighlightListProps extends ChangeProps {
  readonly element: RefObject<HTMLElement | null>;
  readonly located: LocatedHighlights;
  /** Ids of those that could not be kept. */
  readonly failed: ReadonlySet<string>;
}

/** Lists the highlights of a story with their notes: those of the text in its order, then those that are not found in it. */
export function HighlightList({ element, located, failed, onPut, onRemove }: HighlightListProps) {
  const { t, number } = useTranslator();
  const rows = [...located.found, ...located.lost];
  const name = t('highlightList', number(rows.length));
  return (
    <section ref={element} class="highlights" aria-label={name}>
      <h3>{name}</h3>
      {!canPaintHighlights(window) && <p class="note">{t('highlightsNotPainted')}</p>}
      <ul>
        {rows.map((each) => (
          <HighlightRow
            key={each.highlight.id}
            highlight={each.highlight}
            lost={'reason' in each ? t(`highlightLost_${each.reason}`) : ''}
            isFailed={failed.has(each.highlight.id)}
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
  );
}

interface HighlightRowProps extends ChangeProps {
  readonly highlight: Highlight;
  /** Says why it is not in the text; empty where it is. */
  readonly lost: string;
  /** Whether it could not be kept. */
  readonly isFailed: boolean;
  readonly onShow: (() => void) | undefined;
}

function HighlightRow({ highlight, lost, isFailed, onShow, onPut, onRemove }: HighlightRowProps) {
  const { t } = useTranslator();
  const { id, anchor, colour, note } = highlight;
  return (
    <li class={`highlight ${colour}`} data-highlight={id}>
      <blockquote dir="auto">
        {onShow ? (
          <button type="button" class="link quote" onClick={onShow}>
            {anchor.exact}
          </button>
        ) : (
          anchor.exact
        )}
      </blockquote>
      {lost !== '' && <p class="note">{lost}</p>}
      {isFailed && (
        <p class="note">
          {t('highlightNotKeptYet')}
          {onPut && (
            <button type="button" class="link" onClick={() => onPut({ ...highlight })}>
              {t('retry')}
            </button>
          )}
        </p>
      )}
      {onPut ? <NoteField highlight={highlight} onPut={onPut} /> : note !== '' && <p class="highlight-note">{note}</p>}
      {onRemove && (
        <button type="button" class="link quiet" onClick={() => onRemove(highlight)}>
          {t('highlightRemove')}
        </button>
      )}
    </li>
  );
}
