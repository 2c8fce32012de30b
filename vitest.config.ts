import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{src,components,content,scripts,tests/unit}/**/*.test.{ts,tsx}'],
    testTimeout: 120_000,
  },
});
