import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { pages } from './helpers/site.ts';
import { readThrough, watch } from './helpers/visit.ts';

/** The narrowest screen in common use. */
const phone = { width: 360, height: 740 };

for (const { path } of pages) {
  test.describe(path, () => {
    test('loads without a message, a failure or another host', async ({ page, baseURL }) => {
      const faults = watch(page, baseURL ?? '');
      const response = await page.goto(path);
      expect(response?.status()).toBe(200);
      await readThrough(page);
      expect(faults).toEqual([]);
    });

    for (const colorScheme of ['light', 'dark'] as const) {
      test(`is accessible by axe in the ${colorScheme}`, async ({ page }) => {
        await page.emulateMedia({ colorScheme });
        await page.goto(path);
        await readThrough(page);
        const { violations } = await new AxeBuilder({ page }).analyze();
        const found = violations.flatMap(({ id, nodes }) =>
          nodes.map(({ target, failureSummary }) => ({ id, target, failureSummary })),
        );
        expect(found).toEqual([]);
      });
    }

    test('needs no sideways scrolling on a phone', async ({ page }) => {
      await page.setViewportSize(phone);
      await page.goto(path);
      await readThrough(page);
      const { width, tooWide } = await page.evaluate((screen) => {
        const scrolls = (element: Element): boolean =>
          element !== document.body &&
          (/auto|scroll|hidden|clip/.test(getComputedStyle(element).overflowX) ||
            (element.parentElement !== null && scrolls(element.parentElement)));
        const wide = [...document.body.querySelectorAll('*')].filter(
          (element) => element.getBoundingClientRect().right > screen && !scrolls(element),
        );
        return {
          width: document.documentElement.scrollWidth,
          tooWide: wide.slice(0, 5).map((element) => element.outerHTML.slice(0, 120)),
        };
      }, phone.width);
      expect({ width, tooWide: width > phone.width ? tooWide : [] }).toEqual({ width: phone.width, tooWide: [] });
    });
  });
}
