import { expect, type Page, test } from '@playwright/test';
import { languageTag } from './helpers/site.ts';
import { expectAlive } from './helpers/widget.ts';

const lesson = '/en/variance-of-a-layer/';

const languages = (page: Page) => page.locator('nav.languages');

test('the language menu keeps the section that the reader sees, and the settings in the address', async ({ page }) => {
  await page.goto(`${lesson}?depth-sweep.depth=30`);
  const section = page.locator('#break');
  await section.evaluate((heading) => heading.scrollIntoView({ behavior: 'instant' }));
  await languages(page).getByRole('link', { name: '한국어' }).click();
  await expect(page).toHaveURL('/ko/variance-of-a-layer/?depth-sweep.depth=30#break');
  await expect(page.locator('html')).toHaveAttribute('lang', languageTag('ko'));
  const top = () => page.locator('#break').evaluate((heading) => heading.getBoundingClientRect().top);
  await expect.poll(async () => Math.abs(await top())).toBeLessThan(200);
});

test('the reader’s choice of dark or light holds on the next page, before anything is painted', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(lesson);
  const background = () => page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);
  const light = await background();
  await page.locator('.theme-switch select').selectOption('dark');
  const dark = await background();
  expect(dark).not.toBe(light);

  // The first frame in which there is a body to paint.
  await page.addInitScript(() => {
    const look = () => {
      if (!document.body) requestAnimationFrame(look);
      else Object.assign(window, { firstTheme: document.documentElement.dataset.theme });
    };
    requestAnimationFrame(look);
  });
  await page.goto('/ko/digits/');
  expect(await page.evaluate(() => 'firstTheme' in window && window.firstTheme)).toBe('dark');
  expect(await background()).toBe(dark);
  await expect(page.locator('.theme-switch select')).toHaveValue('dark');

  await page.locator('.theme-switch select').selectOption('auto');
  expect(await background()).toBe(light);
});

test('the first key press offers to skip to the text', async ({ page }) => {
  await page.goto(lesson);
  await page.keyboard.press('Tab');
  const skip = page.locator('a.skip');
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#main$/);
  await page.keyboard.press('Tab');
  const inMain = await page.evaluate(() => document.querySelector('main')?.contains(document.activeElement));
  expect(inMain).toBe(true);
});

test('an unknown address answers with status 404 and leads on in five languages', async ({ page }) => {
  const response = await page.goto('/ko/no-such-lesson/');
  expect(response?.status()).toBe(404);
  for (const locale of ['en', 'ko', 'ja', 'ru', 'zh'])
    await expect(page.locator(`a[href="/${locale}/"]`)).toBeVisible();
});

test('the table of contents leads to every section of a lesson', async ({ page }) => {
  await page.goto(lesson);
  const sections = await page.locator('main h2[id]').evaluateAll((headings) => headings.map(({ id }) => `#${id}`));
  const links = await page.locator('nav.contents a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  expect(sections.length).toBeGreaterThan(5);
  expect(links).toEqual(sections);
});

test('the table of contents marks the section that the reader is in, in its subsections too', async ({ page }) => {
  await page.goto('/en/parity/#fans');
  const current = page.locator('nav.contents [aria-current=true]');
  await expect(current).toHaveAttribute('href', '#tables');
  await page.locator('#limits').evaluate((heading) => heading.scrollIntoView({ behavior: 'instant' }));
  await expect(current).toHaveAttribute('href', '#limits');
});

/** Presses Tab through a page and returns what had the focus, with whether it could be seen and was marked. */
async function walkByKeyboard(page: Page) {
  const stops: { name: string; visible: boolean; marked: boolean }[] = [];
  for (let press = 0; press < 400; press++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return undefined;
      const { width, height, bottom, top } = element.getBoundingClientRect();
      // An option of an exercise is marked as a whole.
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element.closest('.option') ?? element);
      return {
        name: `${element.outerHTML.slice(0, 90)}`,
        visible: width > 0 && height > 0 && bottom > 0 && top < innerHeight,
        marked: (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none',
      };
    });
    if (!stop) return stops;
    stops.push(stop);
  }
  return stops;
}

/** Brings every widget into view once, so that its script comes; until then its controls are disabled, and no stops. */
async function wakeWidgets(page: Page) {
  for (const widget of await page.locator('form.widget').all()) {
    await widget.scrollIntoViewIfNeeded();
    await expectAlive(widget);
  }
  await page.evaluate(() => scrollTo(0, 0));
}

test('everything that can be used is reached by the keyboard, seen and marked', async ({ page }) => {
  await page.goto(lesson);
  await wakeWidgets(page);
  const controls = await page
    .locator('a[href], button:not([disabled]), select, input, textarea, summary, [tabindex="0"]')
    .evaluateAll(
      (all) => all.filter((element) => element.checkVisibility() && !(element as HTMLInputElement).disabled).length,
    );
  const stops = await walkByKeyboard(page);
  expect(stops.filter(({ visible, marked }) => !visible || !marked)).toEqual([]);
  // A group of radio buttons is one stop, so there may be fewer stops than controls, but not many fewer.
  expect(stops.length).toBeGreaterThan(controls * 0.8);
});
