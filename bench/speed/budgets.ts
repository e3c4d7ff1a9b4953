import { printTable } from '../print-table.ts';

/** One promise about speed or size, and whether it is kept. */
export interface Budget {
  readonly what: string;
  readonly value: number;
  readonly limit: number;
  /** What it is meant to become, where that is less than the limit. */
  readonly aim?: number;
  readonly unit: '×' | 'kB' | 'bytes' | 'ms' | 's' | 'MB' | 'requests' | 'commits';
}

/** Prints every budget; answers whether all are kept. */
export function judge(budgets: readonly Budget[]): boolean {
  const digits = { '×': 2, kB: 1, bytes: 0, ms: 0, s: 1, MB: 1, requests: 0, commits: 0 };
  const kept = ({ value, limit }: Budget): boolean => value <= limit;
  printTable(
    budgets.map((budget) => {
      const { what, value, limit, aim, unit } = budget;
      const verdict = kept(budget) ? 'kept' : 'BROKEN';
      const goal = aim === undefined ? '' : `aim ≤ ${aim} ${unit}${value <= aim ? ', met' : ''}`;
      return [what, `${value.toFixed(digits[unit])} ${unit}`, `≤ ${limit} ${unit}`, verdict, goal];
    }),
  );
  return budgets.every(kept);
}
