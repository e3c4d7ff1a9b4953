import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useTranslator } from '../translation.tsx';

/** Fewer headings than these need no outline. */
const MIN_HEADINGS = 3;

interface Heading {
  readonly element: HTMLElement;
  readonly text: string;
  /** 1 for the highest level that the story has. */
  readonly depth: number;
}

/** The headings of a story that is drawn in `frame`, for a story that has several. Pressing one goes there. */
export function Outline({ frame }: { readonly frame: RefObject<HTMLElement | null> }) {
  const { t } = useTranslator();
  const headings = useHeadings(frame);
  if (headings.length < MIN_HEADINGS) return null;
  return (
    <nav class="outline" aria-label={t('readerOutline')}>
      <details open={matchMedia('(min-width: 1000px)').matches}>
        <summary>{t('readerOutline')}</summary>
        <ol>
          {headings.map(({ element, text, depth }, at) => (
            <li key={at} class={`depth-${Math.min(depth, 3)}`}>
              <button type="button" class="link" dir="auto" onClick={() => goTo(element)}>
                {text}
              </button>
            </li>
          ))}
        </ol>
      </details>
    </nav>
  );
}

/** Follows the story, which is drawn in two steps, and drawn anew when its pictures are shown. */
function useHeadings(frame: RefObject<HTMLElement | null>): readonly Heading[] {
  const [headings, setHeadings] = useState<readonly Heading[]>([]);
  useEffect(() => {
    const box = frame.current;
    if (!box) return undefined;
    const read = (): void => setHeadings(headingsIn(box));
    const observer = new MutationObserver(read);
    observer.observe(box, { childList: true, subtree: true });
    read();
    return () => observer.disconnect();
  }, [frame]);
  return headings;
}

function headingsIn(box: HTMLElement): readonly Heading[] {
  const found = [...box.querySelectorAll<HTMLElement>(':is(h1, h2, h3, h4, h5, h6)')].filter(
    ({ textContent }) => textContent.trim() !== '',
  );
  const levels = [...new Set(found.map(({ localName }) => localName))].sort();
  return found.map((element) => ({
    element,
    text: element.textContent.replace(/\s+/g, ' ').trim(),
    depth: levels.indexOf(element.localName) + 1,
  }));
}

/** The focus goes along, so that Tab goes on from there. */
function goTo(heading: HTMLElement): void {
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  heading.scrollIntoView({ block: 'start' });
}
