import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{src,components,content,scripts,tests/unit}/**/*.test.{ts,tsx}'],
    testTimeout: 120_000,
    // All cores: by default one is left free, which on a machine of two doubles the time.
    maxWorkers: availableParallelism(),
  },
});
