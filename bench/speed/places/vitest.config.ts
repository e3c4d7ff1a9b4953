import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['bench/speed/places/*.measure.ts'], testTimeout: 600_000, fileParallelism: false },
});
