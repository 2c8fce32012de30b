import { expect, test } from '@playwright/test';
import { lessonPages } from './helpers/site.ts';

test.use({ javaScriptEnabled: false });

for (const { path } of lessonPages) {
  test(`${path} has its text, formulas, figures, numbers and code with JavaScript off`, async ({ page }) => {
    await page.goto(path);
    const main = page.locator('main');
    expect((await main.innerText()).length).toBeGreaterThan(3000);

    const formulas = main.locator('.katex');
    expect(await formulas.count()).toBeGreaterThan(20);
    for (const formula of [formulas.first(), formulas.last()]) {
      expect((await formula.boundingBox())?.height).toBeGreaterThan(5);
    }

    const figures = main.locator('figure.figure');
    expect(await figures.count()).toBeGreaterThanOrEqual(2);
    for (const figure of await figures.all()) {
      const drawing = figure.locator('svg:not(.legend svg)').first();
      await expect(drawing).toBeVisible();
      expect((await drawing.boundingBox())?.width).toBeGreaterThan(200);
      expect(await drawing.locator('path, circle, line, text').count()).toBeGreaterThan(10);
    }

    for (const output of await main.locator('.cell .output').all()) {
      await expect(output).toBeVisible();
      expect((await output.innerText()).trim()).not.toBe('');
    }
  });

  test(`${path} shows no control that needs JavaScript and does nothing without it`, async ({ page }) => {
    await page.goto(path);
    await expect(page.locator('.theme-switch')).toBeHidden();
    for (const button of await page.locator('.cell-run button').all()) await expect(button).toBeHidden();
  });
}
