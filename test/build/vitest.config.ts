import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** What `npm run build` wrote: its size, what Mozilla's linter says of it, its packages. Build first. */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('../../', import.meta.url)),
    include: ['test/build/**/*.test.ts'],
    testTimeout: 300_000,
  },
});
