import { parseInertDocument } from './parse-inert.ts';

/** Line drawings on a 16-unit square. */
const PATHS = {
  library: 'M2.5 2.8h2.8v10.4H2.5zM5.3 2.8h2.8v10.4H5.3zM9.3 3.6l2.3-.7 2.9 9.8-2.3.7z',
  marker: 'M2.5 13.5h11M5 11l.5-2.5L11 3l2 2-5.5 5.5z',
  batch: 'M5.5 2.5h8v8M2.5 5.5h8v8h-8z',
  reader:
    'M8 4.2C6.6 3.2 4.6 2.8 2.2 2.9v9.4c2.4-.1 4.4.3 5.8 1.3M8 4.2c1.4-1 3.4-1.4 5.8-1.3v9.4c-2.4-.1-4.4.3-5.8 1.3V4.2',
  side: 'M2 3h12v10H2zM10 3v10',
  settings:
    'M8 5.7a2.3 2.3 0 1 0 0 4.6 2.3 2.3 0 0 0 0-4.6M8 1.8v1.4M8 12.8v1.4M1.8 8h1.4M12.8 8h1.4M3.6 3.6l1 1M11.4 11.4l1 1M12.4 3.6l-1 1M4.6 11.4l-1 1',
  folder: 'M1.8 4.3c0-.7.5-1.2 1.2-1.2h3l1.6 1.8h5.4c.7 0 1.2.5 1.2 1.2v6c0 .7-.5 1.2-1.2 1.2H3c-.7 0-1.2-.5-1.2-1.2z',
  copy: 'M5.8 7c0-.7.5-1.2 1.2-1.2h5c.7 0 1.2.5 1.2 1.2v5c0 .7-.5 1.2-1.2 1.2H7c-.7 0-1.2-.5-1.2-1.2zM10.2 5.8V4c0-.7-.5-1.2-1.2-1.2H4c-.7 0-1.2.5-1.2 1.2v5c0 .7.5 1.2 1.2 1.2h1.8',
  check: 'M3 8.5l3.3 3.3L13 4.6',
  warning: 'M8 2.3l6.2 11H1.8zM8 6.5v3.2M8 11.6v.1',
  close: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  enter: 'M12.8 4.5v3c0 .8-.7 1.5-1.5 1.5H3.5M6 6.3L3.3 9 6 11.7',
  chevron: 'M4 6l4 4 4-4',
  up: 'M4 10l4-4 4 4',
  back: 'M10 3.5L5.5 8l4.5 4.5',
  search: 'M7 2.8a4.2 4.2 0 1 0 0 8.4 4.2 4.2 0 0 0 0-8.4M10.2 10.2L13.5 13.5',
  clock: 'M8 2.2a5.8 5.8 0 1 0 0 11.6A5.8 5.8 0 0 0 8 2.2M8 4.8V8l2.2 1.5',
  info: 'M8 2.2a5.8 5.8 0 1 0 0 11.6A5.8 5.8 0 0 0 8 2.2M8 7.3v3.5M8 5.1v.1',
  open: 'M9.5 2.8h3.7v3.7M13.2 2.8L7.5 8.5M11.5 9.5v2.7c0 .6-.4 1-1 1H3.8c-.6 0-1-.4-1-1V5.5c0-.6.4-1 1-1h2.7',
} as const;

export type IconName = keyof typeof PATHS;

/** The seal: the same drawing as icons/mark.svg, in the theme's red. */
const MARK = `<svg viewBox="1 1 14 14"><path class="mark-page" d="M3.5 1h9A2.5 2.5 0 0 1 15 3.5V10l-5 5H3.5A2.5 2.5 0 0 1 1 12.5v-9A2.5 2.5 0 0 1 3.5 1z"/><path class="mark-line" d="M4.5 4h7a.5.5 0 0 1 0 1.5h-7a.5.5 0 0 1 0-1.5M4.5 7.25h7a.5.5 0 0 1 0 1.5h-7a.5.5 0 0 1 0-1.5M4.5 10.5h3.5a.5.5 0 0 1 0 1.5H4.5a.5.5 0 0 1 0-1.5"/></svg>`;

/** A drawing beside a text or in a labelled button; it never speaks for itself. */
export function Icon({ name }: { readonly name: IconName }) {
  return <span class="icon" aria-hidden="true" ref={drawerOf(name)} />;
}

export function Mark() {
  return <span class="mark" aria-hidden="true" ref={drawerOf('mark')} />;
}

type Draw = (frame: HTMLElement | null) => void;

/** The same function for a drawing at every time, so that what is drawn stays. */
const drawers = new Map<IconName | 'mark', Draw>();

function drawerOf(name: IconName | 'mark'): Draw {
  const known = drawers.get(name);
  if (known) return known;
  const draw: Draw = (frame) => {
    const drawing = drawings().querySelector<HTMLTemplateElement>(`#${name}`);
    if (frame && drawing) frame.replaceChildren(document.importNode(drawing.content, true));
  };
  drawers.set(name, draw);
  return draw;
}

let parsed: Document | undefined;

/** All drawings, parsed: the browser sets up 33 kB for scripts that make the elements of one themselves. */
function drawings(): Document {
  parsed ??= parseInertDocument(
    [
      `<template id="mark">${MARK}</template>`,
      ...Object.entries(PATHS).map(
        ([name, path]) => `<template id="${name}"><svg viewBox="0 0 16 16"><path d="${path}"/></svg></template>`,
      ),
    ].join(''),
  );
  return parsed;
}
