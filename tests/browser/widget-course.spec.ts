import { expect, type Page, test } from '@playwright/test';
import { button, expectDone, field, longSweep, meet, open, percentage, status, tableRows } from './helpers/widget.ts';

const lesson = '/en/variance-of-a-layer/';
const digits = '/en/digits/?train-digits.starts=zero&train-digits.steps=3';
const small = 'depth-sweep.width=16&depth-sweep.depth=5&depth-sweep.seeds=0';

/** Keeps the download of the digits waiting until the answer is called. */
async function holdDigits(page: Page): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/data/digits.bin', async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

test('Run does nothing before the script has come, rather than to send the form', async ({ page }) => {
  await page.route(/\/ExperimentWidget\./, (route) => route.abort());
  await page.goto(lesson);
  const place = page.locator('[data-widget="depth-sweep"]');
  await place.scrollIntoViewIfNeeded();
  await expect(button(place, 'Run')).toBeDisabled();
  await expect(place.locator('svg.plot').first()).toBeVisible();
});

test('a chart that cannot be loaded is said, and the built figure stays', async ({ page }) => {
  await page.route(/\/depth-sweep\.[^/]*\.js$/, (route) => route.abort());
  const place = await open(page, `${lesson}?${small}`, 'depth-sweep');
  await expect(status(place)).toContainText('The run stopped with an error');
  await expect(place).toHaveAttribute('data-state', 'idle');
  await expect(place.locator('svg.plot').first()).toBeVisible();
});

test('the built figure stays until the first frame of a run is there', async ({ page }) => {
  const release = await holdDigits(page);
  const place = await open(page, digits, 'train-digits');
  await expect(place).toHaveAttribute('data-state', 'running');
  await expect(place.locator('.provenance')).toContainText('at build');
  await expect(place.locator('svg.plot').first()).toBeVisible();
  release();
  await expectDone(place);
  await expect(place.locator('.provenance')).toContainText('in your browser');
});

test('Stop is heard while the digits are on their way, and the next run takes them', async ({ page }) => {
  const release = await holdDigits(page);
  const requested = page.waitForRequest('**/data/digits.bin');
  const place = await open(page, digits, 'train-digits');
  await requested;
  await button(place, 'Stop').click();
  await expect(status(place)).toHaveText('Stopped before the first result.');
  release();
  await button(place, 'Run').click();
  await expectDone(place);
});

test('a download of the digits that fails is said, and the next run tries again', async ({ page }) => {
  await page.route('**/data/digits.bin', (route) => route.fulfill({ status: 503 }), { times: 1 });
  const place = await open(page, digits, 'train-digits');
  await expect(status(place)).toContainText(/The run stopped with an error: .*503/);
  await button(place, 'Run').click();
  await expectDone(place);
});

test('after a crash of the worker the next run gets a new one', async ({ page }) => {
  const broken = { contentType: 'text/javascript', body: 'throw new Error("broken on purpose")' };
  await page.route(/\/worker-[^/]*\.js$/, (route) => route.fulfill(broken), { times: 1 });
  const place = await open(page, `${lesson}?${small}`, 'depth-sweep');
  await expect(status(place)).toContainText(/could not be loaded, or crashed .*broken on purpose/);
  await button(place, 'Run').click();
  await expectDone(place);
});

test('Defaults ends a run and brings back the built figure, the address and the fields', async ({ page }) => {
  const place = await open(page, `${lesson}?x=1&${longSweep}`, 'depth-sweep');
  const built = page.locator('[data-widget="depth-sweep"] .provenance', { hasText: 'at build' });
  await expect(built).toHaveCount(0, { timeout: 30_000 });
  await button(place, 'Defaults').click();
  await expect(place).toHaveAttribute('data-state', 'idle');
  await expect(built).toHaveCount(1);
  await expect(status(place)).toBeEmpty();
  await expect(page).toHaveURL(`${lesson}?x=1`);
  await expect(field(place, 'depth')).toHaveValue('50');
  expect(await tableRows(place)).toHaveLength(51);
  // The run that was ended does not come back with its last frame.
  await field(place, 'depth').fill('5');
  await button(place, 'Run').click();
  await expectDone(place);
  expect(await tableRows(place)).toHaveLength(6);
});

test('Copy link during a run copies the settings of the controls and leaves the run alone', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const place = await open(page, `${lesson}?${longSweep}`, 'depth-sweep');
  await expect(percentage(place)).toBeVisible();
  await field(place, 'depth').fill('9');
  await button(place, 'Copy link').click();
  await expect(status(place)).toHaveText('The link is in the clipboard.');
  const link = new URL(await page.evaluate(() => navigator.clipboard.readText()));
  expect(link.searchParams.get('depth-sweep.depth')).toBe('9');
  await expect(place.getByRole('progressbar', { name: 'Progress of the run' })).toBeVisible();
  await expect(place).toHaveAttribute('data-state', 'running');
  await button(place, 'Stop').click();
  await expect(status(place)).toHaveText(/^Stopped/);
});

test('two widgets of a page run at the same time, and stopping one leaves the other alone', async ({ page }) => {
  const sweep = await open(page, `${lesson}?${longSweep}`, 'depth-sweep');
  await expect(sweep).toHaveAttribute('data-state', 'running');
  await expect(sweep.locator('.provenance')).toContainText('in your browser');
  const layer = await meet(page, 'one-layer');
  await field(layer, 'fanIn').fill('4');
  await button(layer, 'Run').click();
  await expectDone(layer);
  await expect(sweep).toHaveAttribute('data-state', 'running');
  await button(sweep, 'Stop').click();
  await expect(status(sweep)).toHaveText(/^Stopped/);
  await expect(status(layer)).toContainText('Done in');
  await expect(layer.locator('.provenance')).toContainText('Fan-in n: 4');
  await expect(sweep.locator('.provenance')).toContainText('Depth (layers): 200');
  expect(page.url()).toContain('one-layer.fanIn=4');
});
