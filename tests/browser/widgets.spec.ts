import { expect, test } from '@playwright/test';
import { chart as depthSweepChart } from '../../components/charts/depth-sweep.ts';
import { chart as trainDigitsChart } from '../../components/charts/train-digits.ts';
import { translator } from '../../src/i18n/messages.ts';
import { watch } from './helpers/visit.ts';
import {
  button,
  committedRun,
  expectCommittedBits,
  expectDone,
  field,
  longSweep,
  open,
  percentage,
  recordPercentages,
  recordRuns,
  status,
  tableRows,
} from './helpers/widget.ts';

const lesson = '/en/variance-of-a-layer/';
const english = { t: translator('en'), lang: 'en' };

/** A training of each start that takes a fast machine ten seconds: time enough to look twice. */
const longTraining =
  'train-digits.steps=2000&train-digits.width=200&train-digits.hiddenLayers=8&train-digits.batch=200';

test('depth-sweep computes in Chromium what Node computed, bit for bit (seed 7), draws it and says the same numbers', async ({
  page,
  baseURL,
}) => {
  const faults = watch(page, baseURL as string);
  await recordRuns(page);
  const place = await open(page, lesson, 'depth-sweep');
  await expect(place.locator('svg.plot').first()).toBeVisible();
  await button(place, 'Run').click();
  await expectDone(place, 60_000);
  await expectCommittedBits(page, 'depth-sweep');

  const { rows } = depthSweepChart.table([committedRun('depth-sweep')], english);
  expect(await tableRows(place)).toEqual(rows);
  const drawn = await place.locator('.series-measured path, path.series-measured').first().getAttribute('d');
  expect(drawn?.match(/-?[\d.]+,-?[\d.]+/g)).toHaveLength(rows.length);
  expect(faults).toEqual([]);
});

test('one-layer computes in Chromium what Node computed, bit for bit (seed 7)', async ({ page }) => {
  await recordRuns(page);
  const place = await open(page, lesson, 'one-layer');
  await button(place, 'Run').click();
  await expectDone(place, 60_000);
  await expectCommittedBits(page, 'one-layer');
});

test('train-digits trains four starts with progress, to the bits of Node (seed 7): He and Xavier learn, zero does not', async ({
  page,
  baseURL,
}) => {
  test.setTimeout(240_000);
  const faults = watch(page, baseURL as string);
  await recordRuns(page);
  const place = await open(page, '/en/digits/', 'train-digits');
  const told = await recordPercentages(place);
  await button(place, 'Run').click();
  await expect(status(place)).toHaveText('Running …');
  await expectDone(place, 200_000);
  expect(await told()).toContainEqual(expect.stringMatching(/^[1-9]\d?% done$/));
  await expectCommittedBits(page, 'train-digits');

  const { rows } = trainDigitsChart.table([committedRun('train-digits')], english);
  const shown = await tableRows(place);
  expect(shown).toEqual(rows);
  const [, , zero, , small, , xavier, , he] = (shown.at(-1) ?? []).map((cell) => Number.parseFloat(cell ?? ''));
  expect(he).toBeGreaterThan(90);
  expect(xavier).toBeGreaterThan(90);
  for (const chance of [zero, small]) expect(Math.abs((chance as number) - 10)).toBeLessThan(3);
  expect(faults).toEqual([]);
});

test('a link with settings runs them, ignores unknown keys and says which values it changed', async ({ page }) => {
  const place = await open(
    page,
    `${lesson}?depth-sweep.depth=900&depth-sweep.width=16&depth-sweep.seeds=x&depth-sweep.init=foo&x=1`,
    'depth-sweep',
  );
  await expect(place.locator('.notes')).toContainText('Depth (layers): 900 is outside 1 to 200, so 200 is used.');
  await expect(place.locator('.notes')).toContainText('Number of seeds: “x” cannot be read.');
  await expect(place.locator('.notes')).toContainText('Start: “foo” is not a choice. Used instead: He.');
  await expect(place.locator('select[id$="-init"]')).toHaveValue('heNormal');
  const laboratory = '/en/laboratory/?experiment=depth-sweep&depth=200&width=16';
  await expect(place.getByRole('link', { name: 'Open in the laboratory' })).toHaveAttribute('href', laboratory);
  await expectDone(place);
  expect(page.url()).toContain('depth-sweep.depth=200');
  expect(page.url()).toContain('x=1');
  await expect(place.locator('details.data tbody tr')).toHaveCount(201);
});

test('a setting without a control is not taken from the address, and nothing runs for it', async ({ page }) => {
  const place = await open(page, '/en/?home.width=1024', 'home');
  await expect(place).toHaveAttribute('data-state', 'idle');
});

test('a figure says with which settings it was computed: at build, or in the browser', async ({ page }) => {
  const place = await open(page, lesson, 'depth-sweep');
  const provenance = place.locator('.provenance');
  await expect(provenance).toHaveText('Computed at build with the default settings, seed 7.');
  await place.locator('select[id$="-init"]').selectOption('xavierNormal');
  await field(place, 'depth').fill('５');
  await field(place, 'gain').fill('0,5');
  await button(place, 'Run').click();
  await expectDone(place);
  const settings = ['Gain (multiplies the standard deviation): 0.5', 'Depth (layers): 5', 'Seed: 7'];
  for (const text of ['Computed in your browser. ', 'Start: Xavier', ...settings])
    await expect(provenance).toContainText(text);
  await expect(provenance).not.toContainText('at build');
});

test('a table that is open stays open when a run takes the place of the drawing', async ({ page }) => {
  const place = await open(page, lesson, 'depth-sweep');
  const table = place.locator('details.data');
  await table.evaluate((element: HTMLDetailsElement) => {
    element.open = true;
  });
  await field(place, 'depth').fill('5');
  await button(place, 'Run').click();
  await expectDone(place);
  await expect(table.locator('tbody tr')).toHaveCount(6);
  await expect(table).toHaveAttribute('open');
});

test('a value typed wrong is named with its remedy, in the reader’s language, and nothing else is lost', async ({
  page,
}) => {
  const place = await open(page, '/ko/variance-of-a-layer/', 'depth-sweep');
  await field(place, 'depth').fill('many');
  await field(place, 'width').fill('64');
  await field(place, 'width').blur();
  const t = translator('ko');
  const note = t('note.unreadable', { label: t('param.depth'), given: 'many', min: 1, max: 200, used: 50 });
  await expect(place.locator('.notes')).toContainText(note);
  await expect(field(place, 'width')).toHaveValue('64');
  await expect(field(place, 'depth')).toHaveValue('many');
  await expect(place.getByRole('slider', { name: t('param.depth') })).toHaveAttribute('aria-valuetext', '50');
});

test('the newest run wins: the figure shows the settings of the last click', async ({ page }) => {
  const place = await open(page, `${lesson}?${longSweep}`, 'depth-sweep');
  await expect(place).toHaveAttribute('data-state', 'running');
  for (const [name, text] of Object.entries({ depth: '12', width: '16', seeds: '2' }))
    await field(place, name).fill(text);
  await button(place, 'Run').click();
  await expectDone(place);
  await expect(place.locator('details.data tbody tr')).toHaveCount(13);
});

test('a run with no starts is refused, from the button, the keyboard and the address', async ({ page }) => {
  const place = await open(page, '/en/digits/?train-digits.starts=', 'train-digits');
  await expect(place).toHaveAttribute('data-state', 'idle');
  await expect(place.locator('.notes')).toHaveText('Choose at least one start.');
  await expect(button(place, 'Run')).toBeDisabled();
  await expect(place.locator('input:checked')).toHaveCount(0);
  await field(place, 'steps').press('Enter');
  await expect(place).toHaveAttribute('data-state', 'idle');
  await place.getByRole('checkbox', { name: 'zero' }).check();
  await expect(place.locator('.notes')).toBeEmpty();
  await expect(button(place, 'Run')).toBeEnabled();
});

test('train-digits stops when asked, keeps what it has, and can run again', async ({ page }) => {
  const place = await open(page, `/en/digits/?train-digits.starts=heNormal&${longTraining}`, 'train-digits');
  await expect(percentage(place)).toHaveText(/^[1-9]\d?% done$/, { timeout: 30_000 });
  await expect(place.locator('details.data table')).toHaveCount(0);
  await button(place, 'Stop').click();
  await expect(status(place)).toHaveText(/^Stopped at \d+%/);
  await expect(button(place, 'Stop')).toBeDisabled();
  await expect(button(place, 'Stop')).toBeFocused(); // who uses the keyboard stays where they are
  await expect(percentage(place)).toHaveCount(0);
  const drawn = place.locator('.series-heNormal path, path.series-heNormal').first();
  expect((await drawn.getAttribute('d'))?.length).toBeGreaterThan(20);
  await field(place, 'steps').fill('3');
  await button(place, 'Run').click();
  await expectDone(place);
});

test('a hidden page pauses and says so; a crashed worker is replaced, and the page says what happened', async ({
  page,
}) => {
  await page.addInitScript(() => {
    window.Worker = class extends Worker {
      constructor(script: string | URL, options?: WorkerOptions) {
        super(script, options);
        addEventListener('crash', () => this.dispatchEvent(new Event('error')));
      }
    };
  });
  const place = await open(
    page,
    `/ja/digits/?train-digits.starts=lecunNormal,heNormal&${longTraining}`,
    'train-digits',
  );
  const t = translator('ja');
  await expect(percentage(place)).not.toHaveText(t('widget.progress', { percent: '0%' }), { timeout: 30_000 });
  const show = (visibilityState: string) =>
    page.evaluate((visibilityState) => {
      Object.defineProperty(document, 'visibilityState', { value: visibilityState, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }, visibilityState);

  await show('hidden');
  await expect(status(place)).toHaveText(t('widget.paused'));
  let pausedAt: string | null = null;
  // What was on its way arrives first.
  await expect(async () => {
    pausedAt = await percentage(place).textContent();
    await page.waitForTimeout(1000);
    expect(await percentage(place).textContent()).toBe(pausedAt);
  }).toPass();
  await show('visible');
  await expect(status(place)).toHaveText(t('widget.running'));
  await expect(percentage(place)).not.toHaveText(String(pausedAt), { timeout: 30_000 });

  await page.evaluate(() => dispatchEvent(new Event('crash')));
  await expect(status(place)).toHaveText(
    // An event that the test made up has no message.
    new RegExp(t('widget.crashed', { percent: '@', reason: t('widget.noReason') }).replace('@', String.raw`\d+%`)),
  );
  await field(place, 'steps').fill('3');
  await button(place, t('widget.run')).click();
  await expect(status(place)).toHaveText(
    new RegExp(t('widget.done', { seconds: '@' }).replace('@', String.raw`[\d.]+`)),
    { timeout: 30_000 },
  );
});

test('the page answers while the worker trains', async ({ page }) => {
  const place = await open(page, `/en/digits/?${longTraining}`, 'train-digits');
  await expect(place).toHaveAttribute('data-state', 'running');
  await page.getByLabel('Color scheme').selectOption('dark');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await field(place, 'learningRate').fill('0.2');
  await expect(field(place, 'learningRate')).toHaveValue('0.2');
  await button(place, 'Stop').click();
  await expect(status(place)).toHaveText(/^Stopped/);
});

test.describe('on a phone, 360 px wide,', () => {
  test.use({ viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true });

  test('a depth sweep that overflows says where it leaves the axis, and its plot stays wide enough to read', async ({
    page,
  }) => {
    const settings = 'depth-sweep.init=normal1&depth-sweep.depth=100&depth-sweep.seeds=0&depth-sweep.width=64';
    const place = await open(page, `/ru/variance-of-a-layer/?${settings}`, 'depth-sweep');
    await expect(place).toHaveAttribute('data-state', 'shown', { timeout: 30_000 });
    await expect(place.locator('.widget-figure')).toContainText(/∞/);
    const grid = await place.locator('svg.plot .grid').first().boundingBox();
    expect(grid?.width).toBeGreaterThanOrEqual(120);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);

    await page.setViewportSize({ width: 740, height: 360 });
    await expect.poll(async () => (await place.locator('svg.plot').first().boundingBox())?.width).toBeGreaterThan(500);
  });
});

test('a cell run in the browser prints what the build printed, digit for digit, and leaves the focus where it is', async ({
  page,
}) => {
  await page.goto('/ja/variance-of-a-layer/');
  for (const id of ['second-moment', 'overflow']) {
    const cell = page.locator(`#cell-${id}`);
    await cell.getByRole('button').click();
    await expect(cell.getByRole('status')).toHaveText(translator('ja')('cell.same'), { timeout: 30_000 });
    await expect(cell.getByRole('button')).toBeFocused();
  }
});

test('every control of a widget has a name and is reached by keyboard', async ({ page }) => {
  const place = await open(page, '/ru/digits/', 'train-digits');
  const nameless = await place.locator('input, select, button, progress').evaluateAll(
    (controls) =>
      controls.filter((control) => {
        const { labels, ariaLabel, textContent } = control as HTMLInputElement;
        return !(labels?.[0]?.textContent?.trim() || ariaLabel || textContent?.trim());
      }).length,
  );
  expect(nameless).toBe(0);
  const run = place.getByRole('button').first();
  await place.locator('input').first().focus();
  for (let presses = 0; presses < 60; presses++) {
    if (await run.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab does not reach the run button');
});
