import { gzipSync } from 'node:zlib';
import { expect, type Page } from '@playwright/test';
import { scriptsWith } from './site.ts';

const MOST_SCRIPT_BYTES = 20_000;

const zipped = (code: string) => gzipSync(code, { level: 9 }).length;

/** Notes every script that a page loads, with its size over the wire. */
export function watchScripts(page: Page): Map<string, Promise<number>> {
  const sizes = new Map<string, Promise<number>>();
  page.on('response', (response) => {
    if (!/javascript/.test(response.headers()['content-type'] ?? '')) return;
    sizes.set(new URL(response.url()).pathname, response.text().then(zipped));
  });
  return sizes;
}

/** The size of the code within the page itself; data for scripts is not code. */
async function inlineBytes(page: Page): Promise<number> {
  const code = page.locator('script:not([src]):not([type="application/json"]):not([type="application/ld+json"])');
  return zipped((await code.allTextContents()).join('\n'));
}

/** Expects of a page that was watched from its beginning, and read to its end, that it loaded little code and no charts. */
export async function expectLightScripts(page: Page, scripts: Map<string, Promise<number>>): Promise<void> {
  const inline = await inlineBytes(page);
  const sizes = await Promise.all(
    [...scripts].map(async ([name, size]): Promise<[string, number]> => [name, await size]),
  );
  const bytes = sizes.reduce((sum, [, size]) => sum + size, inline);
  console.log(`${page.url()}: ${bytes} bytes of JavaScript, ${sizes.length} files and ${inline} bytes within the page`);
  expect.soft(bytes, JSON.stringify(sizes)).toBeLessThanOrEqual(MOST_SCRIPT_BYTES);

  // The name that Observable Plot gives its figures stands in its code and nowhere else.
  const plot = scriptsWith('plot-d6a7b5');
  expect(plot.length, 'the chart library must be in the build, or this tests nothing').toBeGreaterThan(0);
  expect.soft(plot.filter((script) => scripts.has(script))).toEqual([]);
}
