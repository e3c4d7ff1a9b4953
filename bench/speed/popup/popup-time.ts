import type { Page } from 'puppeteer-core';
import { printTable } from '../../print-table.ts';
import type { Served } from '../quiet-page.ts';
import { median, quantile } from '../statistics.ts';
import { type Opening, openPopupBrowser } from './popup-browser.ts';
import { emptyPopup, jianbaoPopup, type TimedPopup } from './popups.ts';

/** The popups on the same page, one after the other, by their names. */
export type PopupTime = ReadonlyMap<string, Opening>;

interface PopupRun {
  readonly pages: readonly Served[];
  readonly rounds: number;
  /** Called with an open page of Jianbao before the first press, e.g. to fill the library. */
  readonly prepare?: (ownPage: Page) => Promise<void>;
  /** The popups beside Jianbao's, made in a folder; an empty one where it is not stated. */
  readonly others?: (home: string) => Promise<readonly TimedPopup[]>;
}

const KEYS = ['wall', 'paint', 'cpu', 'page', 'heap'] as const satisfies readonly (keyof Opening)[];

/** Opens the real popups in turn on each page. A page of which one popup shows no text is left out for all. */
export async function measurePopup({ pages, rounds, prepare, others }: PopupRun): Promise<readonly PopupTime[]> {
  const popupsIn = async (home: string): Promise<readonly TimedPopup[]> => [
    ...((await others?.(home)) ?? [emptyPopup(home)]),
    jianbaoPopup(home),
  ];
  const browser = await openPopupBrowser(pages, popupsIn);
  try {
    if (prepare) {
      await browser.page.goto(`chrome-extension://${browser.popups.at(-1)?.id}/ui/options/index.html`);
      await prepare(browser.page);
    }
    const times: PopupTime[] = [];
    for (let round = 0; round < rounds; round++) {
      for (let at = 0; at < pages.length; at++) {
        await browser.open(at);
        const first = (round * pages.length + at) % browser.popups.length;
        const openings = new Map<string, Opening>();
        // Each is the first on a page in its turn: the first clip of a page costs its process more.
        for (const popup of [...browser.popups.slice(first), ...browser.popups.slice(0, first)]) {
          const opening = await browser.press(popup);
          if (opening) openings.set(popup.name, opening);
          else console.error(`${popup.name} shows no text of ${pages[at]?.url}`);
        }
        if (openings.size === browser.popups.length) times.push(openings);
      }
    }
    return times;
  } finally {
    await browser.close();
  }
}

/** The median of jianbao ÷ the median of another popup, over the same pages. */
export function popupRatio(times: readonly PopupTime[], other: string, key: keyof Opening): number {
  return popupMedian(times, 'jianbao', key) / popupMedian(times, other, key);
}

export function popupMedian(times: readonly PopupTime[], name: string, key: keyof Opening): number {
  return median(times.map((time) => figureOf(time, name, key)));
}

function figureOf(time: PopupTime, name: string, key: keyof Opening): number {
  return time.get(name)?.[key] ?? Number.NaN;
}

/** Prints the times. Returns the median of jianbao ÷ that of the empty popup. */
export function printPopup(times: readonly PopupTime[]): number {
  const names = ['jianbao', ...[...(times[0]?.keys() ?? [])].filter((name) => name !== 'jianbao').toSorted()];
  const rowOf = (name: string): string[] => {
    const figures = KEYS.flatMap((key) => {
      const values = times.map((time) => figureOf(time, name, key));
      const digits = key === 'heap' ? 1 : 0;
      return [median(values), quantile(values, 0.95)].map((value) => value.toFixed(digits));
    });
    return [name, ...figures];
  };
  const titles = ['press to text, ms', 'first paint, ms', 'CPU of all, ms', 'page thread, ms', 'heap, MB'];
  printTable([['', ...titles.flatMap((title) => [title, 'p95'])], ...names.map(rowOf)]);
  const ratios = names.slice(1).map((name) => {
    return [`jianbao ÷ ${name}`, ...KEYS.map((key) => popupRatio(times, name, key).toFixed(2))];
  });
  printTable([['ratios of medians', 'text', 'first paint', 'CPU of all', 'page thread', 'heap'], ...ratios]);
  return popupRatio(times, 'empty popup', 'wall');
}
