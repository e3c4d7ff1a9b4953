import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/**
 * Faults on real disks, with real processes: kills at every step, several writers, a full disk, clocks that jump. One
 * scenario a file; each counts with `tally.ts` what it tried, and what was lost or doubled.
 */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('../../', import.meta.url)),
    include: ['test/faults/**/*.test.ts'],
    testTimeout: 600_000,
    hookTimeout: 300_000,
    fileParallelism: false,
  },
});
