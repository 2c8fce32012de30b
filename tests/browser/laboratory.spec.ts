import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { parseHTML } from 'linkedom';
import { translator } from '../../src/i18n/messages.ts';
import { laboratoryPages } from './helpers/site.ts';
import { watch } from './helpers/visit.ts';
import { button, expectAlive, expectDone, field } from './helpers/widget.ts';

const address = '/en/laboratory/';

const bench = (page: Page) => page.locator('form.widget');
const notes = (page: Page) => page.locator('.notes p');

/** What an address leads to: the experiment, the numbers of notes, and settings as their fields show them. */
interface Stop {
  query: string;
  id?: string;
  notes?: number;
  shows?: Readonly<Record<string, string>>;
  /** Nothing is run: there is nothing to run, or its figure is on the page. */
  idle?: true;
}

const small = 'depth=3&width=4&seeds=2';

const stops: readonly Stop[] = [
  { query: `?experiment=depth-sweep&${small}`, shows: { depth: '3', width: '4' } },
  { query: '?experiment=one-layer&fanIn=8&seed=3', id: 'one-layer', shows: { fanIn: '8', seed: '3' } },
  { query: '?one-layer.fanIn=4&x=1', id: 'one-layer', shows: { fanIn: '4', seed: '7' } },
  { query: `?experiment=depth-sweep&${small}&depth=900&depth=5&gain=9`, notes: 1, shows: { depth: '3', gain: '9' } },
  { query: `?${small}&seed=-1`, notes: 1 },
  { query: `?experiment=depth-sweep&${small}&seed=%E0%A4%A&gain=%`, notes: 2 },
  { query: `?experiment=depth-sweep&${small}&seed=${'9'.repeat(5000)}`, notes: 1 },
  { query: `?experiment=depth-sweep&${small}&seed=1e999&init=%F0%9F%99%82&activation=`, notes: 2 },
  { query: `?experiment=nonsense&${small}`, notes: 1 },
  { query: `?experiment=__proto__&toString=1&${small}`, notes: 1 },
  { query: '?experiment=parity', notes: 1, idle: true },
  { query: '', idle: true },
  { query: '?&&=&experiment=&%', notes: 1, idle: true },
  { query: '?experiment=train-digits&starts=', id: 'train-digits', notes: 1, idle: true },
  { query: '?experiment=weights&fanIn=４&fanOut=3&init=orthogonal', id: 'weights', shows: { fanIn: '４' } },
  { query: '?experiment=weights&fanIn=NaN&fanOut=1.5&kernel=0', id: 'weights', notes: 3 },
  { query: '?experiment=weights&init=deltaOrthogonal&fanIn=9&fanOut=3', id: 'weights' },
  { query: '?experiment=one-layer&fanIn=0&inputs=<b>', id: 'one-layer', notes: 2 },
  { query: '?experiment=one-layer&fanIn=2&gain=0,5&weightMean=−1', id: 'one-layer', shows: { gain: '0,5' } },
  { query: `?depth-sweep.depth=2&depth-sweep.width=2&depth-sweep.seeds=0`, shows: { depth: '2' } },
  { query: `?experiment=depth-sweep&init=normal1&activation=linear&depth=40&width=30&seeds=0` },
  { query: `?experiment=depth-sweep&init=zero&depth=2&width=1&seeds=3` },
];

/** Goes where a link or the history would lead, without loading the page anew. */
const goTo = (page: Page, query: string) =>
  page.evaluate((search) => {
    history.pushState(null, '', location.pathname + search);
    dispatchEvent(new PopStateEvent('popstate'));
  }, query);

async function expectStop(page: Page, { query, id = 'depth-sweep', notes: count = 0, shows = {}, idle }: Stop) {
  const place = bench(page);
  await expect(place, query.slice(0, 80)).toHaveAttribute('data-widget', id);
  if (!idle) await expect(place, query.slice(0, 80)).toHaveAttribute('data-state', 'shown');
  await expect(notes(page), query.slice(0, 80)).toHaveCount(count);
  for (const [name, text] of Object.entries(shows)) await expect(field(place, name)).toHaveValue(text);
  // A figure, or words in its place.
  const figure = page.locator('.widget-figure');
  await expect(figure.locator('svg.plot:visible, p:visible').first()).toBeVisible();
}

test('leads through states of the address, ugly ones too, by history alone, and back to the settings that were left', async ({
  page,
  baseURL,
}) => {
  const faults = watch(page, baseURL as string);
  await page.goto(address);
  await expectAlive(page);
  await page.evaluate(() => Object.assign(window, { here: true }));
  for (const stop of stops) {
    await goTo(page, stop.query);
    await expectStop(page, stop);
  }

  // A reader’s own way: a setting typed and not yet run is kept on the way out and on the way back.
  const experiments = page.locator('.experiments a');
  await field(bench(page), 'depth').fill('6');
  await experiments.filter({ hasText: 'One layer' }).click();
  await expect(page).toHaveURL(`${address}?experiment=one-layer`);
  await expectStop(page, { query: '', id: 'one-layer' });
  await page.goBack();
  await expectStop(page, { query: '', shows: { depth: '6', width: '1' } });
  await page.goForward();
  await expectStop(page, { query: '', id: 'one-layer' });
  await experiments.filter({ hasText: 'Depth' }).first().focus();
  await page.keyboard.press('Enter');
  await expectStop(page, { query: '', shows: { depth: '6', width: '1' } });
  // Each run with other settings is a step, too.
  await field(bench(page), 'depth').fill('4');
  await button(bench(page), 'Run').click();
  await expect(page).toHaveURL(/depth=4/);
  await page.goBack();
  await expectStop(page, { query: '', shows: { depth: '6' } });
  await page.goForward();
  await expectStop(page, { query: '', shows: { depth: '4' } });
  await button(bench(page), 'Defaults').click();
  await expect(field(bench(page), 'depth')).toHaveValue('50');
  await expect(page).toHaveURL(`${address}?experiment=depth-sweep`);

  expect(await page.evaluate(() => 'here' in window)).toBe(true);
  expect(faults).toEqual([]);
});

/** Saves a file by its button and returns its name and content. */
async function saved(page: Page, trigger: Locator): Promise<{ name: string; content: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), trigger.click()]);
  return { name: download.suggestedFilename(), content: readFileSync(await download.path()) };
}

test('saves what was computed: numbers to the last bit, a figure that needs no style sheet, a program; without JavaScript it says what is missing', async ({
  page,
  browser,
  baseURL,
}) => {
  const faults = watch(page, baseURL as string);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(address);
  const place = bench(page);
  await expectAlive(page);
  await expect(button(place, 'All numbers (JSON)')).toBeDisabled();
  await button(place, 'Run').click();
  await expectDone(place.locator('.buttons').first(), 60_000);

  const json = await saved(page, button(place, 'All numbers (JSON)'));
  expect(json.name).toBe('depth-sweep-seed-7.json');
  const committed = readFileSync('src/experiments/results/depth-sweep.json', 'utf8');
  expect(json.content.toString().trim()).toBe(committed.trim());

  const csv = await saved(page, button(place, 'Table (CSV)'));
  const lines = csv.content.toString().trim().split('\r\n');
  const { measured } = JSON.parse(committed).frame as { measured: number[] };
  expect(lines.slice(1).map((line) => Number(line.split(',')[1]))).toEqual(measured);

  const svg = (await saved(page, button(place, 'Figure (SVG)'))).content.toString();
  expect(svg).not.toMatch(/var\(|currentColor|class=|<style|NaN|light-dark/);
  expect(svg).toContain('stroke="#00559b"'); // He in the light, on a page in the dark
  const { document } = parseHTML(svg);
  expect(document.querySelectorAll('path').length).toBeGreaterThan(5);
  expect(document.querySelector('desc')?.textContent).toContain('seed 7');

  const png = (await saved(page, button(place, 'Figure (PNG)'))).content;
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect(png.readUInt32BE(16)).toBe(1600);

  await page.locator('.take-home summary').click();
  const program = await page.locator('.take-home code').innerText();
  expect(program).toContain('import torch');
  const script = await saved(page, button(page.locator('.take-home'), 'Save depth_sweep.py'));
  expect(script.content.toString().trim()).toBe(program.trim());
  expect(faults).toEqual([]);

  const still = await browser.newPage({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) });
  for (const { path, locale } of laboratoryPages) {
    await still.goto(path);
    const missing = still.locator('main noscript > p:visible');
    await expect(missing).toHaveText(translator(locale ?? 'en')('laboratory.noScript'));
    await expect(still.locator('.widget-figure svg.plot:visible')).toHaveCount(1);
    await expect(still.locator('main :is(button, input, select, nav a):visible')).toHaveCount(0);
  }
  await still.close();
});
