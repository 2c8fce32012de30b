import { chromium as playwright } from '@playwright/test';
import type { NamedRun } from '#experiments/named-runs.ts';
import { launchOptions } from '../chromium.mjs';
import { type Engine, textOf } from './engine.ts';

/** The browser of the tests, see `../chromium.mjs`. */
export const chromium: Engine = {
  name: 'Chromium',
  async start(address) {
    const browser = await playwright.launch(await launchOptions());
    const page = await browser.newPage();
    await page.goto(address);
    return {
      version: browser.version(),
      run: async (name: NamedRun) => textOf(await page.evaluate((name) => window.computeRun(name), name)),
      close: () => browser.close(),
    };
  },
};
