import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { chart as depthSweepChart } from '../../components/charts/depth-sweep.ts';
import { decodeFrame, encodeFrame } from '../../src/experiments/frame-json.ts';
import { translator } from '../../src/i18n/messages.ts';
import { scriptsWith } from './helpers/site.ts';
import { watch } from './helpers/visit.ts';

const widget = (page: Page, id: string) => page.locator(`[data-widget="${id}"]`);
const field = (place: Locator, name: string) => place.locator(`input[type=text][id$="-${name}"]`);
const committed = (name: string) => readFileSync(`src/experiments/results/${name}.json`, 'utf8').trim();

/** Brings a widget to life: it hydrates when it is seen. */
async function open(page: Page, address: string, id: string): Promise<Locator> {
  await page.goto(address);
  const place = widget(page, id);
  await place.scrollIntoViewIfNeeded();
  await expect(page.locator(`astro-island[ssr]:has([data-widget="${id}"])`)).toHaveCount(0);
  return place;
}

/** Runs an experiment in a worker of the built site, as a page does, and returns its last frame as exact JSON. */
async function runInChromium(page: Page, name: string): Promise<string> {
  const { experiment, values } = JSON.parse(committed(name)) as { experiment: string; values: object };
  const [worker] = scriptsWith('there is no experiment');
  await page.goto('/en/');
  const frame = await page.evaluate(
    ([script, experiment, values]) =>
      new Promise((resolve, reject) => {
        const worker = new Worker(script as string, { type: 'module' });
        worker.onerror = (event) => reject(new Error(event.message));
        worker.onmessage = ({ data }) => {
          if (data.type === 'error') reject(new Error(data.message));
          if (data.type === 'end') resolve(data.frame);
        };
        worker.postMessage({
          type: 'run',
          slot: 'test',
          run: 1,
          experiment,
          values,
          dataFolder: `${location.origin}/data/`,
        });
      }),
    [worker, experiment, values] as const,
  );
  return encodeFrame({ experiment, values, frame });
}

for (const name of ['depth-sweep', 'one-layer', 'train-digits']) {
  test(`Chromium computes ${name} (seed 7) with the same bits as Node`, async ({ page }) => {
    test.setTimeout(240_000);
    expect(await runInChromium(page, name)).toBe(committed(name));
  });
}

test('depth-sweep redraws the curve that it computed, and its table says the same numbers', async ({
  page,
  baseURL,
}) => {
  const faults = watch(page, baseURL as string);
  const place = await open(page, '/en/variance-of-a-layer/', 'depth-sweep');
  await expect(place.locator('svg.plot').first()).toBeVisible();
  await place.getByRole('button', { name: 'Run' }).click();
  await expect(place.locator('.status')).toContainText('Done in', { timeout: 60_000 });

  const run = decodeFrame(committed('depth-sweep')) as never;
  const expected = depthSweepChart.table([run], { t: translator('en'), lang: 'en' });
  await place.locator('details.data summary').click();
  const rows = await place
    .locator('details.data tbody tr')
    .evaluateAll((trs) => trs.map((tr) => [...tr.children].map((cell) => cell.textContent)));
  expect(rows).toEqual(expected.rows);

  const drawn = await place.locator('.series-measured path, path.series-measured').first().getAttribute('d');
  expect(drawn?.match(/-?[\d.]+,-?[\d.]+/g)).toHaveLength(expected.rows.length);
  expect(faults).toEqual([]);
});

test('a link with settings runs them, ignores unknown keys and says which values it changed', async ({ page }) => {
  const place = await open(
    page,
    '/en/variance-of-a-layer/?depth-sweep.depth=900&depth-sweep.width=16&depth-sweep.seeds=x&x=1',
    'depth-sweep',
  );
  await expect(place.locator('.notes')).toContainText('Depth (layers): 900 is outside 1 to 200, so 200 is used.');
  await expect(place.locator('.notes')).toContainText('Number of seeds: “x” cannot be read.');
  await expect(place.locator('.status')).toContainText('Done in', { timeout: 60_000 });
  expect(page.url()).toContain('depth-sweep.depth=200');
  expect(page.url()).toContain('x=1');
  await expect(place.locator('details.data tbody tr')).toHaveCount(201);
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
});

test('the newest run wins: the figure shows the settings of the last click', async ({ page }) => {
  const place = await open(page, '/en/variance-of-a-layer/?depth-sweep.width=256&depth-sweep.depth=150', 'depth-sweep');
  await expect(place).toHaveAttribute('data-state', 'running');
  await field(place, 'depth').fill('12');
  await field(place, 'width').fill('16');
  await place.getByRole('button', { name: 'Run' }).click();
  await expect(place.locator('.status')).toContainText('Done in', { timeout: 60_000 });
  await expect(place.locator('details.data tbody tr')).toHaveCount(13);
});

test('a depth sweep that overflows shows where it leaves the axis', async ({ page }) => {
  const place = await open(
    page,
    '/en/variance-of-a-layer/?depth-sweep.init=normal1&depth-sweep.depth=100&depth-sweep.seeds=0',
    'depth-sweep',
  );
  await expect(place.locator('.status')).toContainText('Done in', { timeout: 60_000 });
  await expect(place.locator('svg.plot').first()).toContainText(/∞ from layer \d+/);
});

test('train-digits trains four starts with progress: He and Xavier pass 90%, zero stays at chance', async ({
  page,
  baseURL,
}) => {
  test.setTimeout(240_000);
  const faults = watch(page, baseURL as string);
  const place = await open(page, '/en/digits/', 'train-digits');
  await place.getByRole('button', { name: 'Run' }).click();
  await expect(place.locator('.status')).toHaveText(/^[1-9]\d?% done$/, { timeout: 60_000 });
  await expect(place.locator('.status')).toContainText('Done in', { timeout: 200_000 });
  const cells = await place.locator('details.data tbody tr').last().locator('th, td').allTextContents();
  const [step, , zero, , small, , xavier, , he] = cells.map((cell) => Number.parseFloat(cell));
  expect(step).toBe(270);
  expect(he).toBeGreaterThan(90);
  expect(xavier).toBeGreaterThan(90);
  for (const chance of [zero, small]) expect(Math.abs((chance as number) - 10)).toBeLessThan(3);
  expect(faults).toEqual([]);
});

test('train-digits stops when asked, keeps what it has, and can run again', async ({ page }) => {
  test.setTimeout(120_000);
  const place = await open(page, '/en/digits/?train-digits.starts=heNormal&train-digits.steps=2000', 'train-digits');
  await expect(place.locator('.status')).toHaveText(/^[1-9]\d?% done$/, { timeout: 60_000 });
  await place.getByRole('button', { name: 'Stop' }).click();
  await expect(place.locator('.status')).toHaveText(/^Stopped at \d+%/);
  const [path] = await place
    .locator('.series-heNormal path, path.series-heNormal')
    .evaluateAll((paths) => paths.map((p) => p.getAttribute('d')));
  expect(path?.length).toBeGreaterThan(20);
  await field(place, 'steps').fill('3');
  await place.getByRole('button', { name: 'Run' }).click();
  await expect(place.locator('.status')).toContainText('Done in', { timeout: 60_000 });
});

test('the page answers while the worker trains', async ({ page }) => {
  const place = await open(page, '/en/digits/?train-digits.steps=2000', 'train-digits');
  await expect(place).toHaveAttribute('data-state', 'running');
  await page.getByLabel('Color scheme').selectOption('dark');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await field(place, 'learningRate').fill('0.2');
  await expect(field(place, 'learningRate')).toHaveValue('0.2');
  await place.getByRole('button', { name: 'Stop' }).click();
  await expect(place.locator('.status')).toHaveText(/^Stopped at/);
});

test('a cell run in the browser prints what the build printed, digit for digit', async ({ page }) => {
  await page.goto('/ja/variance-of-a-layer/');
  for (const id of ['second-moment', 'overflow']) {
    const cell = page.locator(`#cell-${id}`);
    await cell.getByRole('button').click();
    await expect(cell.getByRole('status')).toHaveText(translator('ja')('cell.same'), { timeout: 30_000 });
  }
});

test('an exercise refuses a wrong answer, explains an unreadable one and accepts the right one', async ({ page }) => {
  await page.goto('/en/variance-of-a-layer/');
  const exercise = page.locator('#exercise-std-784');
  const answer = async (text: string) => {
    await exercise.getByRole('textbox').fill(text);
    await exercise.getByRole('textbox').press('Enter');
  };
  await answer('0.05');
  await expect(exercise.locator('output')).toContainText('0.05 is not within 1% of the answer');
  await answer('small');
  await expect(exercise.locator('output')).toContainText('“small” is not a number');
  await answer('1/28');
  await expect(exercise.locator('output')).toHaveText('Right: 0.0357.');
});

test('every control of a widget has a name and is reached by keyboard', async ({ page }) => {
  const place = await open(page, '/ru/digits/', 'train-digits');
  const nameless = await place.locator('input, select, button').evaluateAll(
    (controls) =>
      controls.filter((control) => {
        const { labels, ariaLabel, textContent } = control as HTMLInputElement;
        return !(labels?.[0]?.textContent?.trim() || ariaLabel || textContent?.trim());
      }).length,
  );
  expect(nameless).toBe(0);
  await place.locator('input').first().focus();
  for (let presses = 0; presses < 60; presses++) {
    if (
      await place
        .getByRole('button')
        .first()
        .evaluate((button) => button === document.activeElement)
    )
      return;
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab does not reach the run button');
});
