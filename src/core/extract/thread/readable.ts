import { collapse } from '../clean/blocks.ts';

const LENGTH = 48;

/** `2024-05-06T12:00:00Z` → `2024-05-06 12:00`. */
export function readable(moment: string): string {
  const parts = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})/.exec(moment);
  return parts ? `${parts[1]} ${parts[2]}` : collapse(moment).slice(0, LENGTH);
}
