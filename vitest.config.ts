import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{src,components,content,scripts,tests/unit}/**/*.test.{ts,tsx}'],
    testTimeout: 120_000,
    // Modules are loaded once per worker and not once per file, which is a quarter of the time: no test changes a module.
    isolate: false,
    // All cores: by default one is left free, which on a machine of two doubles the time.
    maxWorkers: availableParallelism(),
  },
});
