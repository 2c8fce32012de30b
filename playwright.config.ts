import { defineConfig } from '@playwright/test';
import { launchOptions } from './scripts/chromium.mjs';
import { freePort } from './scripts/free-port.ts';

// Every worker reads this file again, and must get the same port.
process.env.TEST_PORT ??= String(await freePort());
const site = `http://127.0.0.1:${process.env.TEST_PORT}`;

export default defineConfig({
  testDir: 'tests/browser',
  outputDir: 'test-results/browser',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  // What holds is seen at once, so a long limit costs nothing; a short one would test how busy the machine is.
  expect: { timeout: 20_000 },
  forbidOnly: process.env.CI !== undefined,
  reporter: [['list'], ['json', { outputFile: 'test-results/browser.json' }]],
  use: {
    baseURL: site,
    browserName: 'chromium',
    viewport: { width: 1280, height: 800 },
    contextOptions: { reducedMotion: 'reduce' }, // no smooth scrolling: a test looks at where the page ends up
    launchOptions: await launchOptions(),
  },
  webServer: {
    command: 'node scripts/serve.mjs dist-test',
    env: { PORT: process.env.TEST_PORT },
    url: `${site}/`,
    reuseExistingServer: false,
  },
});
