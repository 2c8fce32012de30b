import { expect, type Page, test } from '@playwright/test';
import { axeFindings, contrastRules, thinOut } from './helpers/axe.ts';
import { expectLightScripts, watchScripts } from './helpers/script-weight.ts';
import { laboratoryPages, lessonPages, pages, parityPages, type SitePage } from './helpers/site.ts';
import { expectNoStrayMarks, strayMarks, widths } from './helpers/stray-marks.ts';
import {
  expectLargestPaintIn,
  expectStillness,
  readThrough,
  watch,
  watchLargestPaint,
  watchLayoutShifts,
} from './helpers/visit.ts';

/** Pages with formulas in their text. */
const withFormulas = new Set([...lessonPages, ...parityPages].map(({ path }) => path));

/** Pages with widgets that wait to be used; the others have no need of a budget of their own. */
const rich = new Set([...withFormulas, ...laboratoryPages.map(({ path }) => path)]);

/** Pages of readers. The workbench is for those who build the course, at a desk; all its parts stand on other pages. */
const forReaders = pages.filter(({ path }) => !path.startsWith('/workbench/'));

/**
 * Opens nothing: looks at the page as it stands. Colors do not depend on the language, so English stands for all where
 * only they are asked for; and nothing but colors changes in the dark.
 */
async function expectAccessible(page: Page, { locale }: SitePage) {
  await thinOut(page);
  const isTranslation = locale !== undefined && locale !== 'en';
  expect.soft(await axeFindings(page, isTranslation ? { without: contrastRules } : {}), 'in the light').toEqual([]);
  if (isTranslation) return;
  await page.emulateMedia({ colorScheme: 'dark' });
  expect.soft(await axeFindings(page, { only: contrastRules }), 'in the dark').toEqual([]);
}

test.describe('on a desk, 1440 px wide,', () => {
  test.use({ viewport: { width: 1440, height: 900 } });

  // A page is opened once for all that is looked at: opening it is what takes the time.
  for (const sitePage of pages) {
    const { path } = sitePage;
    test(`${path} loads without a message, a failure or another host, is accessible by axe${
      rich.has(path)
        ? ', paints its text without waiting for scripts, takes at most 20 kB of JavaScript and moves nothing until it is used'
        : ''
    }`, async ({ page, baseURL }) => {
      const faults = watch(page, baseURL ?? '');
      const scripts = watchScripts(page);
      await watchLayoutShifts(page);
      await watchLargestPaint(page);
      await page.emulateMedia({ colorScheme: 'light' });
      const response = await page.goto(path);
      expect(response?.status()).toBe(200);
      await readThrough(page);
      expect.soft(faults).toEqual([]);
      if (rich.has(path)) {
        await expectLightScripts(page, scripts);
        await expectStillness(page);
        await expectLargestPaintIn(page, sitePage.document);
      }
      if (withFormulas.has(path))
        await test.step('no line begins with the mark after a formula', () => expectNoStrayMarks(page));
      await page.setViewportSize({ width: 1440, height: 900 });
      if (forReaders.includes(sitePage)) await expectAccessible(page, sitePage);
    });
  }
});

test('marks do stray after formulas where nothing holds them, and the search finds them', async ({ page }) => {
  await page.goto('/ko/variance-of-a-layer/');
  const found: string[] = [];
  await page.evaluate(() => {
    for (const glued of document.querySelectorAll<HTMLElement>('.glued')) glued.style.whiteSpace = 'normal';
  });
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    found.push(...(await strayMarks(page)).strays);
  }
  expect(found.length).toBeGreaterThan(0);
});

test.describe('on a phone, 360 px wide,', () => {
  test.use({ viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true });

  for (const sitePage of forReaders) {
    const { path, locale } = sitePage;
    test(`${path} needs no sideways scrolling and moves nothing while it is read`, async ({ page }) => {
      await watchLayoutShifts(page);
      await page.emulateMedia({ colorScheme: 'light' });
      await page.goto(path);
      await readThrough(page);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      const culprits = width > 360 ? await widerThanScreen(page) : [];
      expect.soft({ width, culprits }).toEqual({ width: 360, culprits: [] });
      await expectStillness(page);
      if (locale === undefined || locale === 'en') await expectAccessible(page, sitePage);
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
