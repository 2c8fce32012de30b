import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { build, preview } from 'vite';
import type { Results } from './bench/run.ts';
import { launchOptions } from './chromium.mjs';
import { digitsFile } from './load-digits.ts';

const root = fileURLToPath(new URL('bench/page/', import.meta.url));

/** Runs suites in a worker of a page in Chromium, not isolated across origins, as on a static host. */
export async function runInChromium(
  { names, quick, loops }: { names: readonly string[]; quick: boolean; loops: Uint8Array },
  print: (text: string) => void,
): Promise<Results> {
  const outDir = mkdtempSync(join(tmpdir(), 'zero-to-he-bench-'));
  const shared = { root, configFile: false, logLevel: 'error', worker: { format: 'es' } } as const;
  await build({ ...shared, build: { outDir, target: 'esnext', assetsInlineLimit: 0 } });
  const server = await preview({ ...shared, build: { outDir }, preview: { host: '127.0.0.1', port: 0 } });
  const browser = await chromium.launch(await launchOptions());
  try {
    const page = await browser.newPage();
    await page.exposeFunction('printLine', print);
    await page.goto(server.resolvedUrls?.local[0] ?? '');
    const digits = gunzipSync(readFileSync(digitsFile)).toString('base64');
    const order = { names, quick, loops: [...loops], digits };
    const { results, error } = await page.evaluate((order) => window.runBench(order), order);
    if (!results) throw new Error(error);
    return results;
  } finally {
    await browser.close();
    await server.close();
    rmSync(outDir, { recursive: true });
  }
}
