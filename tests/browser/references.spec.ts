import { expect, test } from '@playwright/test';
import { translator } from '../../src/i18n/messages.ts';

const t = translator('en');

test('an entry of BibTeX is copied as it stands, and stands so in the file of all works', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/en/references/');
  const work = page.locator('#ref-he2015');
  await work.locator('summary').click();
  await work.getByRole('button').click();
  await expect(work.getByRole('status')).toHaveText(t('references.copied'));
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await work.locator('pre').textContent());
  expect(copied).toMatch(/^@inproceedings\{he2015,\n {2}author = \{He, Kaiming and /);
  const href = (await page.getByRole('link', { name: t('references.download') }).getAttribute('href')) ?? '';
  const file = await (await page.request.get(href)).text();
  expect(file).toContain(copied);
});

test.describe('with JavaScript off', () => {
  test.use({ javaScriptEnabled: false });

  test('every entry can be opened, and no button is there that would do nothing', async ({ page }) => {
    await page.goto('/en/references/');
    const work = page.locator('#ref-he2015');
    await work.locator('summary').click();
    await expect(work.locator('pre')).toBeVisible();
    await expect(page.locator('.works button').filter({ visible: true })).toHaveCount(0);
  });
});
