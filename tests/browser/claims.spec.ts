import { expect, type Page, test } from '@playwright/test';
import { translator } from '../../src/i18n/messages.ts';
import { readThrough } from './helpers/visit.ts';

const address = '/en/claims/';
const t = translator('en');

/** The box of a claim. */
const claim = (page: Page, id: string) => page.locator(`.claim:has(#claim-${id})`);
const same = (verdict: 'true' | 'false') => t('claim.same', { verdict: t(`verdict.${verdict}`) });

test('a claim that computes and one that reads named runs give the same bits and verdicts here, by keyboard', async ({
  page,
}) => {
  const workers: string[] = [];
  page.on('worker', (worker) => workers.push(worker.url()));
  await page.goto(address);
  await readThrough(page);
  expect(workers).toEqual([]); // nothing is loaded before it is asked for
  for (const [id, verdict] of [
    ['relu-halves-variance', 'false'],
    ['dropout-breaks-symmetry', 'true'],
  ] as const) {
    const box = claim(page, id);
    const button = box.getByRole('button');
    await expect(button).toHaveText(t('claim.run'));
    await button.focus();
    await page.keyboard.press('Enter');
    await expect(box.getByRole('status')).toHaveText(same(verdict), { timeout: 30_000 });
    await expect(button).toBeFocused();
    await expect(button).toHaveText(t('claim.run'));
  }
  expect(workers).toHaveLength(2);
});

test('a long test shows how far it is and can be stopped', async ({ page }) => {
  await page.goto(address);
  const box = claim(page, 'near-zero');
  // The page presses Stop as soon as there is progress: on a fast machine the test may be over before one could.
  const pressed = await box.locator('claim-test').evaluateHandle((test) => {
    const names: string[] = [];
    const [button, bar] = [test.querySelector('button'), test.querySelector('progress')] as const;
    new MutationObserver((_, observer) => {
      if (!button || !bar || bar.hidden || bar.value === 0) return;
      observer.disconnect();
      names.push(button.textContent);
      button.click();
    }).observe(test, { subtree: true, attributes: true });
    return names;
  });
  await box.getByRole('button').click();
  await expect(box.getByRole('status')).toHaveText(t('claim.stopped'), { timeout: 30_000 });
  expect(await pressed.jsonValue()).toEqual([t('claim.stop')]);
  await expect(box.getByRole('button')).toHaveText(t('claim.run'));
  await expect(box.getByRole('progressbar')).toBeHidden();
});

test('a page that prints other values than are measured is told so', async ({ page }) => {
  await page.goto(address);
  const box = claim(page, 'relu-halves-variance');
  await box.locator('claim-test').evaluate((element: HTMLElement) => {
    element.dataset.measured = element.dataset.measured?.replace('0.3403', '0.5403');
  });
  await box.getByRole('button').click();
  await expect(box.getByRole('status')).toHaveText(t('claim.different', { verdict: t('verdict.false') }), {
    timeout: 30_000,
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('every verdict stands there, and no button', async ({ page }) => {
    await page.goto(address);
    const boxes = page.locator('.claim');
    expect(await boxes.count()).toBeGreaterThan(25);
    for (const verdict of await page.locator('.claim .verdict strong').all()) {
      await expect(verdict).toHaveText(/^(holds|does not hold|imprecise|outdated)$/);
    }
    expect(await page.locator('.claim .verdict strong').count()).toBe(await boxes.count());
    await expect(page.locator('.claim button').filter({ visible: true })).toHaveCount(0);
  });
});
