import { expect, type Locator, type Page, test } from '@playwright/test';

const lesson = '/en/variance-of-a-layer/';

const derivations = (page: Page) => page.locator('.derivation');
const button = (place: Locator, name: string) => place.getByRole('button', { name, exact: true });

/** Which steps of a derivation can be read: true for each whose text is rendered. */
const readable = (derivation: Locator) =>
  derivation.locator('.step').evaluateAll((steps) => steps.map((step) => step.querySelector('p')?.checkVisibility()));

test('a derivation unfolds step by step, by keyboard too, and says how far it is', async ({ page }) => {
  await page.goto(lesson);
  const first = derivations(page).first();
  const count = await first.locator('.step').count();
  expect(count).toBeGreaterThan(3);
  expect(await readable(first)).toEqual([true, ...Array(count - 1).fill(false)]);
  await expect(first.locator('output')).toHaveText(`Step 1 of ${count}`);

  await button(first, 'Next step').focus();
  for (let step = 2; step <= count; step++) {
    await expect(first.locator('output')).toHaveText(`Step ${step - 1} of ${count}`);
    await page.keyboard.press('Enter');
    expect((await readable(first)).filter(Boolean)).toHaveLength(step);
  }
  await expect(button(first, 'Next step')).toBeHidden();
  await expect(first.locator('.step').last()).toBeFocused();
});

test('nothing moves when the script of derivations comes: its buttons have their place', async ({ page }) => {
  let letCome = () => {};
  const late = new Promise<void>((come) => {
    letCome = come;
  });
  await page.route(/\/Derivation[^/]*\.js$/, async (route) => {
    await late;
    await route.continue();
  });
  await page.goto(lesson, { waitUntil: 'commit' });
  await page.locator('footer').waitFor();
  const heights = () =>
    derivations(page).evaluateAll(async (all) => {
      await document.fonts.ready;
      return all.map((each) => Math.round(each.getBoundingClientRect().height));
    });
  const before = await heights();
  await expect(page.locator('.unfolding').first()).toBeHidden();
  letCome();
  await expect(page.locator('.unfolding').last()).toBeVisible();
  expect(before.length).toBeGreaterThan(1);
  expect(await heights()).toEqual(before);
});

test('who wants all steps has them in every lesson from the first paint on, until they want them one by one', async ({
  page,
}) => {
  await page.goto(lesson);
  await button(derivations(page).first(), 'All steps').click();
  await expect(button(derivations(page).first(), 'Step by step')).toBeFocused();
  await page.goto('/ko/variance-of-a-layer/', { waitUntil: 'commit' });
  await derivations(page).nth(1).waitFor();
  for (const derivation of await derivations(page).all()) expect(await readable(derivation)).not.toContain(false);

  await button(derivations(page).first(), '한 단계씩').click();
  expect(await readable(derivations(page).last())).toContain(false);
});

test('a link to a formula of a folded step unfolds it', async ({ page }) => {
  await page.goto(`${lesson}#eq-law`);
  await expect(page.locator('#eq-law')).toBeInViewport();
  await expect.poll(() => readable(derivations(page).first())).not.toContain(false);
});

test('in print all steps are open', async ({ page }) => {
  await page.goto(lesson);
  await page.emulateMedia({ media: 'print' });
  for (const derivation of await derivations(page).all()) expect(await readable(derivation)).not.toContain(false);
});
