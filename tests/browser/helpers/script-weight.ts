import { gzipSync } from 'node:zlib';
import { expect, type Page } from '@playwright/test';
import { builtFile, scriptsWith } from './site.ts';

const MOST_SCRIPT_BYTES = 20_000;

const zippedBytes = (code: string) => gzipSync(code, { level: 9 }).length;

/**
 * Notes the address of every script that a page loads. Its code is read from the build, not from the response: a page may
 * close before the body has come, and the server sends the file as it is.
 */
export function watchScripts(page: Page): Set<string> {
  const scripts = new Set<string>();
  page.on('response', (response) => {
    if (/javascript/.test(response.headers()['content-type'] ?? '')) scripts.add(new URL(response.url()).pathname);
  });
  return scripts;
}

/** The size of the code within the page itself; data for scripts is not code. */
async function inlineBytes(page: Page): Promise<number> {
  const code = page.locator('script:not([src]):not([type="application/json"]):not([type="application/ld+json"])');
  return zippedBytes((await code.allTextContents()).join('\n'));
}

/** Expects of a page that was watched from its beginning, and read to its end, that it loaded little code and no charts. */
export async function expectLightScripts(page: Page, scripts: ReadonlySet<string>): Promise<void> {
  const inline = await inlineBytes(page);
  const sizes = [...scripts].map((address): [string, number] => [address, zippedBytes(builtFile(address))]);
  const bytes = sizes.reduce((sum, [, size]) => sum + size, inline);
  console.log(`${page.url()}: ${bytes} bytes of JavaScript, ${sizes.length} files and ${inline} bytes within the page`);
  expect.soft(bytes, JSON.stringify(sizes)).toBeLessThanOrEqual(MOST_SCRIPT_BYTES);

  // The name that Observable Plot gives its figures stands in its code and nowhere else.
  const plot = scriptsWith('plot-d6a7b5');
  expect(plot.length, 'the chart library must be in the build, or this tests nothing').toBeGreaterThan(0);
  expect.soft(plot.filter((script) => scripts.has(script))).toEqual([]);
}
