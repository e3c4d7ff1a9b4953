import { printTable } from '../print-table.ts';
import { FIGURES, type Figure, type FigureValues, type KeptFigures, nameOf } from './figures.ts';
import type { InnerLosses } from './inner-losses.ts';

/**
 * Prints the figures of this run: all pages, both halves with their difference, the pages with right labels, the last
 * run, each peer as `all (A B)`, and what is wanted.
 */
export function printFigures(now: KeptFigures, last: KeptFigures, peers: ReadonlyMap<string, KeptFigures>): void {
  const header = [
    'set',
    'figure',
    'jianbao',
    'A',
    'B',
    'B - A',
    'sound',
    'last',
    ...peers.keys(),
    'best',
    'must',
    'aim',
  ];
  const rows = FIGURES.flatMap((figure) => {
    const values = now[nameOf(figure)];
    return values ? [rowOf(figure, values, last, peers)] : [];
  });
  printTable([header, ...rows]);
}

function rowOf(
  figure: Figure,
  values: FigureValues,
  last: KeptFigures,
  peers: ReadonlyMap<string, KeptFigures>,
): string[] {
  const name = nameOf(figure);
  const { all, A, B, sound } = values;
  const difference = A === undefined || B === undefined ? undefined : B - A;
  return [
    figure.set,
    figure.label,
    ...[all, A, B].map(three),
    difference === undefined ? '–' : `${difference < 0 ? '' : '+'}${difference.toFixed(3)}`,
    three(sound),
    three(last[name]?.all),
    ...[...peers.values()].map((peer) => withHalves(peer[name])),
    ...[figure.best, figure.must, figure.aim].map(three),
    verdictOf(figure, all),
  ];
}

function three(value: number | undefined): string {
  return value?.toFixed(3) ?? '–';
}

function withHalves(values: FigureValues | undefined): string {
  return values?.all === undefined ? '–' : `${three(values.all)} (${three(values.A)} ${three(values.B)})`;
}

function verdictOf({ must, lowerIsBetter }: Figure, value: number | undefined): string {
  if (must === undefined || value === undefined) return '';
  return (lowerIsBetter ? value <= must : value >= must) ? 'reached' : 'below';
}

/** Prints how many blocks each system lost between blocks that it kept. */
export function printInnerLosses(losses: readonly { set: string; system: string; losses: InnerLosses }[]): void {
  const rows = losses
    .filter(({ losses: { blocks } }) => blocks > 0)
    .map(({ set, system, losses: { blocks, lost, byPass } }) => [
      set,
      system,
      String(lost),
      `${((100 * lost) / blocks).toFixed(2)} %`,
      [...byPass]
        .sort(([, a], [, b]) => b - a)
        .map(([pass, count]) => `${pass} ${count}`)
        .join(', '),
    ]);
  if (rows.length > 0) printTable([['set', 'system', 'lost between kept blocks', 'of all', 'by pass'], ...rows]);
}
