import { expect, test } from '@playwright/test';
import { lessonPages } from './helpers/site.ts';

test.use({ javaScriptEnabled: false });

for (const { path } of lessonPages) {
  test(`${path} is complete with JavaScript off: text, formulas, figures, code and its output`, async ({ page }) => {
    await page.goto(path);
    const main = page.locator('main');
    expect((await main.innerText()).length).toBeGreaterThan(3000);

    // Hints and solutions are folded away; a formula that is not has a size.
    const formulas = main.locator('.katex').filter({ visible: true });
    expect(await formulas.count()).toBeGreaterThan(20);
    expect((await formulas.last().boundingBox())?.height).toBeGreaterThan(5);

    const steps = await main.locator('.step > p:first-child').evaluateAll((all) => all.map((p) => p.checkVisibility()));
    expect(steps.length, 'derivations must have steps, or this tests nothing').toBeGreaterThan(0);
    expect(steps, 'every step of a derivation is open').not.toContain(false);

    const figures = main.locator('figure.figure');
    expect(await figures.count()).toBeGreaterThanOrEqual(2);
    for (const figure of await figures.all()) {
      const drawing = figure
        .locator('svg')
        .filter({ has: page.locator('text') })
        .first();
      await expect(drawing).toBeVisible();
      expect((await drawing.boundingBox())?.width).toBeGreaterThan(200);
      expect(await drawing.locator('path, circle, line, text').count()).toBeGreaterThan(10);
    }

    for (const output of await main.locator('.cell .output').all()) {
      await expect(output).toBeVisible();
      expect((await output.innerText()).trim()).not.toBe('');
    }
    // A control that would do nothing is not shown.
    for (const dead of [
      '.theme-switch',
      '.cell-run button',
      '.claim-run button',
      '.widget :is(button, input, select)',
    ]) {
      await expect.soft(page.locator(dead).filter({ visible: true }), dead).toHaveCount(0);
    }
  });
}
