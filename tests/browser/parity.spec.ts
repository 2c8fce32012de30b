import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { parity } from '../../src/experiments/parity.ts';
import { goldenFiles } from '../../src/experiments/resources.ts';
import { translator } from '../../src/i18n/messages.ts';
import { parityPages } from './helpers/site.ts';
import { watch } from './helpers/visit.ts';
import {
  button,
  expectAlive,
  expectCommittedBits,
  expectDone,
  field,
  open,
  recordRuns,
  status,
} from './helpers/widget.ts';

const address = '/en/parity/';
const t = translator('en');

const golden = goldenFiles.map((name) => ({ name, content: readFileSync(`public/golden/${name}`, 'utf8') }));
const caseCount = golden.reduce((sum, { content }) => sum + JSON.parse(content).cases.length, 0);

/** The check of all golden cases, scrolled to and alive. */
async function meetCheck(page: Page): Promise<Locator> {
  const place = page.locator('.parity-run');
  await place.scrollIntoViewIfNeeded();
  await expectAlive(place);
  return place;
}

const check = (place: Locator) => button(place, t('parity.check', { n: caseCount }));

/** The first weights on the page: their places, decimals and bits. */
const firstWeights = (place: Locator) =>
  place
    .locator('.first-weights tbody tr')
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent)));

test('in Chromium every golden case passes, as many as Node counts, and none of the files came before the click', async ({
  page,
  baseURL,
}) => {
  test.setTimeout(240_000);
  let frame: { passed: number; failed: number; files: { file: string; passed: number }[] } | undefined;
  for (frame of parity.run({}, { golden }));
  expect(frame).toMatchObject({ passed: caseCount, failed: 0 });

  const faults = watch(page, baseURL as string);
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
  await page.goto(address);
  const place = await meetCheck(page);
  expect(fetched.filter((path) => path.startsWith('/golden/'))).toEqual([]);

  const started = performance.now();
  await check(place).click();
  await expect(status(place)).toContainText(`All ${caseCount} cases pass.`, { timeout: 200_000 });
  console.log(
    `all ${caseCount} cases: ${await status(place).textContent()}, ${performance.now() - started} ms by the clock`,
  );
  expect(fetched.filter((path) => path.startsWith('/golden/'))).toHaveLength(goldenFiles.length);
  await expect(place.locator('tbody tr[data-result=passed]')).toHaveCount(goldenFiles.length);
  for (const { file, passed } of frame?.files ?? []) {
    await expect(place.locator(`tr[data-file="${file}"] .result`)).toContainText(`${passed} passed`);
  }
  await expect(place.locator('tfoot')).toContainText(`${caseCount} passed`);
  expect(faults).toEqual([]);
});

test('a golden value that is one bit off is found, named and shown, and all other cases still pass', async ({
  page,
}) => {
  const [first] = JSON.parse(readFileSync('public/golden/torch_raw.json', 'utf8')).cases;
  await page.route('**/golden/*.json', async (route) => {
    const file = new URL(route.request().url()).pathname;
    if (file.endsWith('/torch_raw.json')) {
      const cases = [{ ...first, words: undefined, ...oneWordOff(first) }];
      return route.fulfill({ json: { meta: {}, cases } });
    }
    // Small files are enough here.
    return /seed_edge|deterministic/.test(file)
      ? route.continue()
      : route.fulfill({ json: { meta: {}, cases: [first] } });
  });
  await page.goto(address);
  const place = await meetCheck(page);
  await check(place).click();
  await expect(status(place)).toContainText('Failed: 1.', { timeout: 60_000 });
  await expect(place.locator('tr[data-file="torch_raw.json"] .result')).toContainText('0 passed, 1 failed');
  await expect(place.locator('.failures li')).toHaveCount(1);
  await expect(place.locator('.failures li')).toContainText(`torch_raw.json ${first.id}`);
});

/** A copy of a case of raw words whose last one is off by its lowest bit. */
function oneWordOff(golden: Record<string, unknown>): Record<string, unknown> {
  const [name, words] = Object.entries(golden).find(([, value]) => Array.isArray(value)) as [string, number[]];
  return { [name]: [...words.slice(0, -1), (Number(words.at(-1)) ^ 1) >>> 0] };
}

test('the check stops when asked, says how far it came, and can run again', async ({ page }) => {
  // A last file that takes long enough to be stopped in.
  const uniform = JSON.parse(readFileSync('public/golden/torch_uniform.json', 'utf8'));
  const cases = Array.from({ length: 100 }, () => uniform.cases).flat();
  await page.route('**/golden/torch_uniform.json', (route) => route.fulfill({ json: { ...uniform, cases } }));
  await page.goto(address);
  const place = await meetCheck(page);
  await check(place).click();
  await expect(place.locator('tr[data-file="torch_trunc_normal.json"]')).toHaveAttribute('data-result', /./, {
    timeout: 60_000,
  });
  await button(place, t('widget.stop')).click();
  await expect(status(place)).toContainText('Stopped. Passed so far:');
  await expect(place).toHaveAttribute('data-state', 'shown');
  const unchecked = place.locator('tr[data-file="torch_uniform.json"] .result');
  await expect(unchecked).toHaveText('–');
  await expect(unchecked.getByRole('img', { name: t('parity.notYet'), exact: true })).toBeVisible();
  await check(place).click();
  await expect(place).toHaveAttribute('data-state', 'running');
});

test('golden files that cannot be had are named, and the next check tries again', async ({ page }) => {
  await page.route('**/golden/torch_raw.json', (route) => route.fulfill({ status: 503 }), { times: 1 });
  await page.goto(address);
  const place = await meetCheck(page);
  await check(place).click();
  await expect(status(place)).toContainText(/The run stopped with an error: .*503/);
  await check(place).click();
  await expect(place.locator('tr[data-result]').first()).toBeVisible({ timeout: 60_000 });
});

test('the weights at seed 7 are those of PyTorch, bit for bit: built, and computed in Chromium (He, 100 x 784)', async ({
  page,
}) => {
  await recordRuns(page);
  const { cases } = JSON.parse(readFileSync('public/golden/torch_seed_7.json', 'utf8'));
  const he = cases.find(({ id }: { id: string }) => id === 'seed-7-kaiming_normal_');
  expect(he).toMatchObject({ seed: '7', shape: [100, 784] });
  const expected = [...(he.out.head.bits as string).matchAll(/.{8}/g)].slice(0, 16).map(([bits]) => bits);
  const values = (he.out.head.values as number[]).slice(0, 16);

  const place = await open(page, address, 'weights');
  const built = await firstWeights(place);
  expect(built.map(([, , bits]) => bits)).toEqual(expected);
  for (const [i, [index, decimal]] of built.entries()) {
    expect(index).toBe(`[0, ${i}]`);
    expect(Math.fround(Number(decimal))).toBe(Math.fround(values[i] as number));
  }
  await button(place, 'Run').click();
  await expectDone(place);
  await expectCommittedBits(page, 'weights');
  expect(await firstWeights(place)).toEqual(built);
});

test('the report follows the run: other weights, another law, other code, and what the initializer has not', async ({
  page,
}) => {
  const settings =
    'weights.init=xavierUniform&weights.stream=numpy&weights.fanOut=30&weights.fanIn=20&weights.mode=fanOut';
  const place = await open(page, `${address}?${settings}`, 'weights');
  await expectDone(place);
  await expect(place.locator('.report-note')).toHaveText('This initializer does not have: Fan that sets the variance.');
  await expect(place.locator('.facts')).toContainText('uniform, U[−a, a)');
  await expect(place.locator('.facts')).toContainText('0.346410'); // sqrt(6 / 50)
  const numpy = place.locator('[data-framework=numpy]');
  await expect(numpy.locator('pre')).toContainText('default_rng(7)');
  await expect(numpy.locator('.agreement')).toHaveText('the same bits');
  await expect(place.locator('[data-framework=pytorch] pre')).toContainText('torch.from_numpy');
  await expect(place.locator('[data-framework=keras] .agreement')).toHaveText('the same distribution, other numbers');
});

test('a shape that an initializer cannot fill is refused with the remedy, in the figure and in its summary', async ({
  page,
}) => {
  const place = await open(page, `${address}?weights.init=deltaOrthogonal`, 'weights');
  await expectDone(place);
  const remedy = 'Choose a larger fan-out or a smaller fan-in.';
  await expect(place.locator('.drawing')).toHaveAttribute('aria-label', new RegExp(remedy));
  await expect(place.locator('svg.plot')).toContainText('smaller fan-in');
  await expect(place.locator('.first-weights')).toHaveCount(0);
  await field(place, 'fanIn').fill('50');
  await button(place, 'Run').click();
  await expect(place.locator('.first-weights tbody tr')).toHaveCount(16);
});

test('code is opened and copied by keyboard alone', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const place = await open(page, address, 'weights');
  const jax = place.locator('[data-framework=jax]');
  await expect(jax.locator('pre')).toBeHidden();
  await jax.locator('summary').focus();
  await page.keyboard.press('Enter');
  await expect(jax.locator('pre')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(jax.locator('pre')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(button(jax, t('weights.copy', { framework: 'JAX' }))).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(jax.getByRole('status')).toHaveText(t('weights.copied'));
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('jax.random.key(7)');
});

test('what a screen reader meets has a name of its own: tables, groups, every button, and the chooser of an initializer', async ({
  page,
}) => {
  const place = await open(page, address, 'weights');
  await expect(place.getByLabel(t('param.initializer'), { exact: true })).toHaveValue('heNormal');
  await expect(place.getByLabel(t('param.init'), { exact: true })).toHaveCount(0);
  await expect(place.getByRole('table', { name: t('weights.first'), exact: true })).toBeVisible();
  for (const key of ['weights.numbers', 'weights.code'] as const) {
    await expect(place.getByRole('group', { name: t(key), exact: true })).toBeVisible();
  }
  const copies = await place.locator('button[data-copy]').allTextContents();
  expect(copies).toEqual(['PyTorch', 'NumPy', 'Keras', 'JAX'].map((framework) => t('weights.copy', { framework })));
  const comparison = page.getByRole('group', { name: t('parity.operation'), exact: true });
  await expect(check(comparison)).toBeAttached();
  const unchecked = page.locator('.parity-run').getByRole('img', { name: t('parity.notYet'), exact: true });
  await expect(unchecked).toHaveCount(goldenFiles.length + 1);
});

test.describe('with JavaScript off', () => {
  test.use({ javaScriptEnabled: false });

  for (const { path, locale } of parityPages) {
    test(`${path} shows weights, law, code and the files, and no control that would do nothing`, async ({ page }) => {
      await page.goto(path);
      await expect(page.locator('.first-weights tbody tr')).toHaveCount(16);
      await expect(page.locator('.facts')).toContainText('0.0505076');
      await expect(page.locator('[data-framework=pytorch] pre')).toBeVisible();
      await expect(page.locator('[data-widget=weights] svg.plot').first()).toBeVisible();
      await expect(page.locator('.parity-run tbody tr')).toHaveCount(goldenFiles.length);
      const text = translator(locale ?? 'en')('parity.noScript', { command: 'npm run parity -- public/golden' });
      expect(await page.locator('main').innerText()).toContain(text);
      for (const dead of ['.widget', '.parity-run']) {
        const controls = page.locator(`${dead} :is(button, input, select)`).filter({ visible: true });
        await expect(controls).toHaveCount(0);
      }
      expect(await page.locator('main .katex').count()).toBeGreaterThan(60);
    });
  }
});
