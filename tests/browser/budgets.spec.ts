import { gzipSync } from 'node:zlib';
import { expect, type Page, test } from '@playwright/test';
import { lessonPages, scriptsWith } from './helpers/site.ts';
import { readThrough, waitingIslands } from './helpers/visit.ts';

const MOST_SCRIPT_BYTES = 20_000;
const MOST_LAYOUT_SHIFT = 0.02;

/** The name that Observable Plot gives its figures stands in its code and nowhere else. */
const plotScripts = scriptsWith('plot-d6a7b5');

const zipped = (code: string) => gzipSync(code, { level: 9 }).length;

/** Notes every script that a page loads, with its size over the wire. */
function watchScripts(page: Page): Map<string, Promise<number>> {
  const sizes = new Map<string, Promise<number>>();
  page.on('response', (response) => {
    if (!/javascript/.test(response.headers()['content-type'] ?? '')) return;
    sizes.set(new URL(response.url()).pathname, response.text().then(zipped));
  });
  return sizes;
}

/** The code within the page itself; data for scripts is not code. */
const inlineScripts = (page: Page) =>
  page.locator('script:not([src]):not([type="application/json"]):not([type="application/ld+json"])').allTextContents();

for (const { path } of lessonPages) {
  test(`${path} takes at most 20 kB of JavaScript before the reader touches anything`, async ({ page }) => {
    const scripts = watchScripts(page);
    await page.goto(path);
    await readThrough(page);
    expect(await waitingIslands(page)).toBe(0);

    const inline = zipped((await inlineScripts(page)).join('\n'));
    const sizes = await Promise.all(
      [...scripts].map(async ([name, size]): Promise<[string, number]> => [name, await size]),
    );
    const bytes = sizes.reduce((sum, [, size]) => sum + size, inline);
    console.log(`${path}: ${bytes} bytes of JavaScript in ${sizes.length} files, ${inline} of them in the page`);
    expect(bytes, JSON.stringify(sizes)).toBeLessThanOrEqual(MOST_SCRIPT_BYTES);
  });

  test(`${path} does not load the chart library before the reader touches anything`, async ({ page }) => {
    expect(plotScripts.length, 'the library must be in the build, or this test tests nothing').toBeGreaterThan(0);
    const scripts = watchScripts(page);
    await page.goto(path);
    await readThrough(page);
    expect(plotScripts.filter((script) => scripts.has(script))).toEqual([]);
  });

  for (const width of [360, 1280]) {
    test(`${path} moves nothing while its experiments come to life, ${width} px wide`, async ({ page }) => {
      await page.setViewportSize({ width, height: 740 });
      await page.addInitScript(() => {
        const shifts: unknown[] = [];
        Object.assign(window, { shifts });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as (PerformanceEntry & {
            value: number;
            hadRecentInput: boolean;
            sources: { node?: Node }[];
          })[]) {
            if (entry.hadRecentInput) continue;
            const elements = entry.sources.map(({ node }) =>
              node instanceof Element ? node.outerHTML.slice(0, 100) : String(node?.nodeName),
            );
            shifts.push({ value: entry.value, elements });
          }
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await page.goto(path);
      await readThrough(page);
      expect(await waitingIslands(page)).toBe(0);
      const shifts = await page.evaluate(
        () => (window as unknown as { shifts: { value: number; elements: string[] }[] }).shifts,
      );
      const total = shifts.reduce((sum, { value }) => sum + value, 0);
      expect(total, JSON.stringify(shifts, null, 1)).toBeLessThanOrEqual(MOST_LAYOUT_SHIFT);
    });
  }
}
