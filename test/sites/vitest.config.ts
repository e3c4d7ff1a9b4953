import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The posts in the programs that take them: real builds, so not part of the unit tests. */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('../../', import.meta.url)),
    include: ['test/sites/**/*.test.ts'],
    testTimeout: 900_000,
    hookTimeout: 900_000,
    fileParallelism: false,
  },
});
