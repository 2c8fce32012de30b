import { expect, type Page } from '@playwright/test';

/** How much a page may move in all, while it loads and while it is read. */
const MOST_LAYOUT_SHIFT = 0.02;

/** Notes everything that a page should not do: talk on the console, fail, or ask another host. */
export function watch(page: Page, origin: string): string[] {
  const faults: string[] = [];
  page.on('console', (message) => faults.push(`console ${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('requestfailed', (request) => faults.push(`failed: ${request.url()} ${request.failure()?.errorText}`));
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`status ${response.status()}: ${response.url()}`);
  });
  page.on('request', (request) => {
    const { protocol, origin: host } = new URL(request.url());
    if (/^(https?|wss?):$/.test(protocol) && host !== origin) faults.push(`another host: ${request.url()}`);
  });
  return faults;
}

/**
 * Reads a page to its end, screen by screen, and waits until everything that waited to be seen has come to life. (The
 * network is no sign of that: on a busy machine Playwright at times never finds it idle.)
 */
export async function readThrough(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    await document.fonts.ready;
    await frame();
    await frame();
    for (let top = 0; top < document.documentElement.scrollHeight; top += 0.9 * innerHeight) {
      scrollTo({ top, behavior: 'instant' });
      await frame();
    }
    await frame();
    scrollTo({ top: 0, behavior: 'instant' });
  });
  // Steps of derivations that are folded are part of the text.
  await page.evaluate(() => {
    for (const step of document.querySelectorAll<HTMLElement>('.step[hidden]')) step.hidden = false;
  });
  // An island is a component that comes to life in the browser; it loses this mark when it has.
  await expect(page.locator('astro-island[ssr]'), 'islands that never came to life').toHaveCount(0, {
    timeout: 20_000,
  });
}

/** Something on the page that moved without being asked to, and by how much of the screen. */
interface LayoutShift {
  value: number;
  time: number;
  elements: string[];
}

/** Notes from the next page on what moves; see https://web.dev/articles/cls for the measure. */
export async function watchLayoutShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    type Shift = PerformanceEntry & { value: number; hadRecentInput: boolean; sources: { node?: Node }[] };
    const shifts: LayoutShift[] = [];
    Object.assign(window, { layoutShifts: shifts });
    new PerformanceObserver((list) => {
      for (const { value, startTime, hadRecentInput, sources } of list.getEntries() as Shift[]) {
        const names = sources.map(({ node }) =>
          node instanceof Element ? node.outerHTML.slice(0, 100) : `${node?.nodeName}`,
        );
        if (!hadRecentInput) shifts.push({ value, time: startTime, elements: names });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** Expects that nothing moved but by a little, on a page that was watched from its beginning and read to its end. */
export async function expectStillness(page: Page): Promise<void> {
  const shifts = await page.evaluate(() => (window as unknown as { layoutShifts: LayoutShift[] }).layoutShifts);
  const total = shifts.reduce((sum, { value }) => sum + value, 0);
  expect.soft(total, `layout shift: ${JSON.stringify(shifts, null, 1)}`).toBeLessThanOrEqual(MOST_LAYOUT_SHIFT);
}

/** Notes from the next page on the text of the largest thing that is painted before the reader scrolls or types. */
export async function watchLargestPaint(page: Page): Promise<void> {
  await page.addInitScript(() => {
    new PerformanceObserver((list) => {
      const last = list.getEntries().at(-1) as LargestContentfulPaint | undefined;
      Object.assign(window, { largestPaint: last?.element?.textContent });
    }).observe({ type: 'largest-contentful-paint', buffered: true });
  });
}

/** Expects that the largest paint of a page that was watched from its beginning is text that needs no script: the HTML holds it. */
export async function expectLargestPaintIn(page: Page, html: Document): Promise<void> {
  const text = await page.evaluate(() => (window as unknown as { largestPaint?: string }).largestPaint ?? '');
  expect.soft(text.trim(), 'the largest paint is text').not.toBe('');
  expect.soft(html.body.textContent).toContain(text);
}
