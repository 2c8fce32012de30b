import { expect, type Page, test } from '@playwright/test';
import { quantitiesOf } from '../../src/experiments/quantities.ts';
import { formatNumber } from '../../src/i18n/format.ts';
import { translator } from '../../src/i18n/messages.ts';
import { axeFindings, contrastRules, thinOut } from './helpers/axe.ts';
import { watchScripts } from './helpers/script-weight.ts';
import { readThrough } from './helpers/visit.ts';
import { committedRun, expectDone, field, meet } from './helpers/widget.ts';

const lesson = '/en/variance-of-a-layer/';
/** An equation about one layer that stands alone. */
const symbol = (page: Page, quantity: string) => page.locator(`#eq-law-zero-mean [data-quantity="${quantity}"]`);
const note = (page: Page) => page.locator('.quantity-note');

const { values, frame } = committedRun('one-layer') as { values: object; frame: object };
const committed = quantitiesOf('one-layer', values, frame);
const measured = formatNumber(committed.outputVariance?.[0]?.value ?? Number.NaN);

test('pointing at a symbol says what the committed run measured, and lights it in formulas, code and chart; before, nothing is loaded', async ({
  page,
}) => {
  const scripts = watchScripts(page);
  await page.goto(lesson);
  await readThrough(page);
  const before = scripts.size;
  await expect(note(page)).toHaveCount(0);

  await symbol(page, 'outputVariance').hover();
  await expect(note(page)).toContainText('variance of the output');
  await expect(note(page)).toContainText(`measured${measured}`);
  await expect(note(page)).toContainText('Experiment “One layer”. N(0, 1) · Fan-in n: 256 · Seed: 7');
  await expect(page.locator('#widget-one-layer .series-measured[data-lit]').first()).toBeAttached();
  expect(scripts.size - before).toBe(1);

  await symbol(page, 'fanIn').hover();
  await expect(note(page)).toContainText('256');
  await expect(page.locator('#cell-second-moment [data-lit]').first()).toHaveText('n');
  await expect(page.locator('#widget-one-layer .series-measured[data-lit]')).toHaveCount(0);
  await thinOut(page);
  expect.soft(await axeFindings(page), 'in the light').toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect.soft(await axeFindings(page, { only: contrastRules }), 'in the dark').toEqual([]);

  await page.keyboard.press('Escape');
  await expect(note(page)).toBeHidden();
  await expect(page.locator('[data-lit]')).toHaveCount(0);
});

test('every symbol on the page can be pointed at, in fractions and scripts too', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('steps', 'all'));
  await page.goto('/en/lecun/');
  await page.evaluate(() => document.fonts.ready);
  const hidden = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.equation [data-quantity]')]
      .filter((mark) => mark.checkVisibility())
      .filter((mark) => {
        mark.scrollIntoView({ block: 'center', behavior: 'instant' });
        const { left, top, width, height } = mark.getBoundingClientRect();
        const hit = document.elementFromPoint(left + width / 2, top + height / 2);
        return !mark.contains(hit);
      })
      .map((mark) => `${mark.closest('.equation')?.id} ${mark.textContent}`),
  );
  expect(hidden).toEqual([]);
});

test('a derivation is one stop of the Tab key; arrow keys lead from symbol to symbol, and what is shown is said', async ({
  page,
}) => {
  await page.goto(lesson);
  await page.evaluate(() => document.fonts.ready); // a button is put where its symbol stands then
  const bar = page.locator('.derivation').first().getByRole('toolbar', { name: 'Symbols with values' });
  await bar.getByRole('button').focus();
  await expect(note(page)).toContainText('fan-in');
  await expect(bar.getByRole('button', { name: 'fan-in' }).first()).toBeFocused();
  await expect(page.locator('linked-math [role=status]')).toHaveText(/^set to 256\. Experiment “One layer”/);
  const marks = page.locator('.derivation').first().locator('[data-quantity]');
  const first = await marks.first().boundingBox();
  expect(await bar.getByRole('button').first().boundingBox()).toEqual(first);

  await expect(marks.first()).toHaveAttribute('data-lit', 'here');
  await page.keyboard.press('ArrowRight');
  await expect(marks.nth(1)).toHaveAttribute('data-lit', 'here');
  await expect(bar.locator('button:not([tabindex="-1"])')).toHaveCount(1);
  await page.keyboard.press('Home');
  await expect(marks.first()).toHaveAttribute('data-lit', 'here');
  await page.keyboard.press('Tab');
  await expect(note(page)).toBeHidden();
  await expect(bar.locator(':focus')).toHaveCount(0);
});

test('a figure that is covered until its result is predicted keeps its values to itself, unless it is run', async ({
  page,
}) => {
  await page.goto(lesson);
  await page.locator('#widget-one-layer').evaluate((figure) => figure.setAttribute('data-covered', 'all'));
  await symbol(page, 'outputVariance').hover();
  await expect(note(page)).toContainText(translator('en')('linked.covered'));
  await expect(note(page)).not.toContainText(measured);

  const place = await meet(page, 'one-layer');
  await place.getByRole('button', { name: 'Run', exact: true }).click();
  await expectDone(place);
  await symbol(page, 'outputVariance').hover();
  await expect(note(page)).toContainText(`measured${measured}`);
});

test('a run with other settings changes the values', async ({ page }) => {
  await page.goto(lesson);
  const place = await meet(page, 'one-layer');
  await place.locator('select[id$="-init"]').selectOption('lecunNormal');
  await field(place, 'fanIn').fill('8');
  await place.getByRole('button', { name: 'Run', exact: true }).click();
  await expectDone(place);
  await symbol(page, 'weightVariance').hover();
  await expect(note(page)).toContainText('theory0.125');
  await expect(note(page)).toContainText('LeCun · Fan-in n: 8 · Seed: 7');
});

test.describe('on a phone, 360 px wide,', () => {
  test.use({ viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true });

  test('a tap opens the note within the screen, in the reader’s language, and a tap elsewhere closes it', async ({
    page,
  }) => {
    await page.goto('/ru/variance-of-a-layer/');
    await symbol(page, 'inputVariance').tap();
    await expect(note(page)).toContainText(translator('ru')('quantity.inputVariance'));
    const box = await note(page).boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(360);
    await page.locator('h1').tap();
    await expect(note(page)).toBeHidden();
  });
});
