import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { pages } from './helpers/site.ts';
import { expectStillness, readThrough, waitingIslands, watch, watchLayoutShifts } from './helpers/visit.ts';

/** What axe finds wrong. It need not look into formulas: they are one library's, and as dark as the text around them. */
async function axeFindings(page: Page, rules?: string[]) {
  const builder = new AxeBuilder({ page }).exclude('.katex').setLegacyMode();
  const { violations } = await (rules ? builder.withRules(rules) : builder).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => ({ id, target, failureSummary })),
  );
}

for (const { path } of pages) {
  test(`${path} loads without a message, a failure or another host, and is accessible by axe in light and dark`, async ({
    page,
    baseURL,
  }) => {
    const faults = watch(page, baseURL ?? '');
    await page.emulateMedia({ colorScheme: 'light' });
    const response = await page.goto(path);
    expect(response?.status()).toBe(200);
    await readThrough(page);
    expect.soft(faults).toEqual([]);
    expect.soft(await axeFindings(page), 'in the light').toEqual([]);
    // Nothing but colors changes in the dark.
    await page.emulateMedia({ colorScheme: 'dark' });
    expect.soft(await axeFindings(page, ['color-contrast', 'link-in-text-block']), 'in the dark').toEqual([]);
  });
}

test.describe('on a phone, 360 px wide,', () => {
  test.use({ viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true });

  for (const { path } of pages) {
    test(`${path} needs no sideways scrolling and moves nothing while it is read`, async ({ page }) => {
      await watchLayoutShifts(page);
      await page.goto(path);
      await readThrough(page);
      expect(await waitingIslands(page)).toBe(0);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      const culprits = width > 360 ? await widerThanScreen(page) : [];
      expect.soft({ width, culprits }).toEqual({ width: 360, culprits: [] });
      await expectStillness(page);
    });
  }
});

/** The first elements that stick out of the screen and do not scroll by themselves. */
function widerThanScreen(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isClipped = (element: Element): boolean => {
      const parent = element.parentElement;
      if (!parent || parent === document.body) return false;
      return getComputedStyle(parent).overflowX !== 'visible' || isClipped(parent);
    };
    const wide = [...document.body.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > 360.5,
    );
    return wide
      .filter((element) => !isClipped(element))
      .slice(0, 5)
      .map((element) => element.outerHTML.slice(0, 120));
  });
}
