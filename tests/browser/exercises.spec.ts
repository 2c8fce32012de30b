import { expect, type Locator, type Page, test } from '@playwright/test';
import { come } from './helpers/exercise.ts';
import { watch } from './helpers/visit.ts';
import { button, expectDone, meet } from './helpers/widget.ts';

const saturation = '/en/too-small-too-large/';
const beginnings = '/en/why-initialization/';
const decay = '/en/lecun/';

const exercise = (page: Page, id: string) => page.locator(`#exercise-${id}`);
const prediction = (page: Page, id: string) => page.locator(`#predict-${id}`);

/** Where an element stands once the fonts have come, however far the page is scrolled. */
const boxOnPage = (place: Locator) =>
  place.evaluate(async (element) => {
    await document.fonts.ready;
    const { top, width, height } = element.getBoundingClientRect();
    return [top + scrollY, width, height].map(Math.round);
  });

test('a choice says right or wrong, opens the explanation of the chosen option and lets all others be read', async ({
  page,
}) => {
  await page.goto(saturation);
  const place = exercise(page, 'no-overflow');
  const said = place.getByRole('status');
  const why = (id: string) => place.locator(`[data-option="${id}"] .why`);
  const options = place.getByRole('radio');
  await expect(options).toHaveCount(4);
  await button(place, 'Check').click();
  await expect(said).toHaveText('Choose an answer first.');
  await expect(why('slope')).toBeHidden();

  await options.first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(place.getByRole('radio', { name: 'The slope of tanh is at most one.' })).toBeChecked();
  await page.keyboard.press('Enter');
  await expect(said).toHaveText('Your answer is wrong. Read why, and choose again.');
  await expect(why('slope')).toHaveAttribute('open');
  await expect(why('slope')).toContainText('The slope of ReLU is at most one as well.');
  await expect(why('bounded')).not.toHaveAttribute('open');
  await why('luck').locator('summary').click();
  await expect(why('luck')).toContainText('Depth does not matter here');

  await place.getByRole('radio', { name: 'Its activations are at most one' }).check();
  await button(place, 'Check').click();
  await expect(said).toHaveText('Your answer is right.');
  await expect(why('bounded')).toHaveAttribute('open');
});

test('a number is checked, hints come one after another, and an exercise to run leads to its widget', async ({
  page,
}) => {
  await page.goto(saturation);
  const number = exercise(page, 'float16-layer');
  await number.getByLabel('Your answer').fill('seven');
  await number.getByLabel('Your answer').press('Enter');
  await expect(number.getByRole('status')).toContainText('“seven” is not a number.');
  await number.getByLabel('Your answer').fill('7');
  await button(number, 'Check').click();
  await expect(number.getByRole('status')).toContainText('7 is not within');
  await number.getByLabel('Your answer').fill('８');
  await button(number, 'Check').click();
  await expect(number.getByRole('status')).toHaveText('Right: 8.');

  const hints = exercise(page, 'scale-weights').locator('.hint');
  await expect(hints).toHaveCount(2);
  await expect(hints.nth(1)).toBeHidden();
  await hints.first().locator('summary').click();
  await expect(hints.nth(1)).toBeVisible();
  await exercise(page, 'see-tanh').getByRole('link', { name: 'To the experiment' }).click();
  await expect(page.locator('#widget-activation-histograms')).toBeInViewport();
});

test('an exercise refuses a wrong answer, explains an unreadable one and accepts the right one', async ({ page }) => {
  await page.goto('/en/variance-of-a-layer/');
  const place = exercise(page, 'std-784');
  const answer = async (text: string) => {
    await place.getByRole('textbox').fill(text);
    await place.getByRole('textbox').press('Enter');
  };
  await answer('0.05');
  await expect(place.getByRole('status')).toContainText('0.05 is not within 1% of the answer');
  await answer('small');
  await expect(place.getByRole('status')).toContainText('“small” is not a number');
  await answer('1/28');
  await expect(place.getByRole('status')).toHaveText('Right: 0.0357.');
});

test('a figure is covered until its result has been predicted, and nothing moves', async ({ page, baseURL }) => {
  const faults = watch(page, baseURL as string);
  await page.goto(beginnings);
  const place = prediction(page, 'five');
  const figure = page.locator('#figure-five');
  await expect(figure.locator('svg.plot').first()).toBeHidden();
  await expect(figure.locator('figcaption')).toBeHidden();
  const outcome = page.locator('#figure-five + .outcome > p:not(.cover)');
  await expect(outcome).toBeHidden();
  await expect(figure.getByText('Covered until you have predicted the result')).toBeVisible();
  await expect(figure.getByRole('img')).toHaveCount(0); // nor is it there for a screen reader
  const covered = await boxOnPage(figure);

  await button(place, 'Show the result').click();
  await expect(place.getByRole('status')).toHaveText('Choose an answer, or skip.');
  await expect(figure.locator('svg.plot').first()).toBeHidden();
  await place.getByRole('radio', { name: 'One.' }).check();
  await button(place, 'Show the result').click();
  await expect(place.getByRole('status')).toHaveText('It turned out otherwise.');
  await expect(place.getByRole('radio', { name: 'One.' })).toBeChecked();
  await expect(place.locator('[data-option="one"]')).toHaveAttribute('data-verdict', 'wrong');
  await expect(place.getByRole('link', { name: 'To the result' })).toBeFocused();
  await expect(figure.locator('svg.plot').first()).toBeVisible();
  await expect(figure.getByRole('img')).toHaveCount(1);
  await expect(outcome).toBeVisible();
  expect(await boxOnPage(figure)).toEqual(covered);
  expect(faults).toEqual([]);
});

test('a cell shows its code, and keeps its output and the words about it until they have been predicted', async ({
  page,
}) => {
  await page.goto('/en/xavier/');
  const place = prediction(page, 'taper');
  const cell = page.locator('#cell-see-saw');
  const results = cell.locator('.output, .legend-of-code, .cell-run button');
  const outcome = page.locator('#cell-see-saw + .outcome > p:not(.cover)');
  await expect(cell.locator('.astro-code').first()).toBeVisible();
  await expect(results.filter({ visible: true })).toHaveCount(0);
  await expect(outcome).toBeHidden();
  const covered = await boxOnPage(cell);
  await place.locator('[data-option="opposite"]').getByRole('radio').check();
  await button(place, 'Show the result').click();
  await expect(results.filter({ visible: true })).toHaveCount(3);
  await expect(outcome).toBeVisible();
  expect(await boxOnPage(cell)).toEqual(covered);
});

test('a widget is uncovered by Skip, by a run, and by a link with settings', async ({ page }) => {
  await page.goto(beginnings);
  const drawing = page.locator('#widget-train-toy svg.plot').first();
  const place = await meet(page, 'train-toy');
  await expect(drawing).toBeHidden();
  await expect(button(place, 'Run')).toBeVisible();
  await button(place, 'Skip').click();
  await expect(drawing).toBeVisible();
  await expect(prediction(page, 'toy').getByRole('status')).toHaveText('Skipped: the result is shown.');
  await expect(page.locator('#figure-five svg.plot').first()).toBeHidden(); // the other prediction is still open

  await page.reload();
  await meet(page, 'train-toy');
  await expect(drawing).toBeHidden();
  await place.locator('input[id$="-steps"]').first().fill('5');
  await button(place, 'Run').click();
  await expect(drawing).toBeVisible();

  await page.goto(`${beginnings}?train-toy.steps=5`);
  await meet(page, 'train-toy');
  await expectDone(place);
  await expect(drawing).toBeVisible();
});

test('a curve is drawn with the keyboard and the pointer, and compared with the measured one', async ({ page }) => {
  await page.goto(decay);
  const place = prediction(page, 'tanh');
  const figure = page.locator('#figure-decay');
  await come(place);
  const sliders = figure.getByRole('slider');
  await expect(sliders).toHaveCount(5);
  await expect(figure.locator('.series-measured').first()).toBeHidden();
  await expect(figure.locator('svg.plot .axis').first()).toBeVisible();

  const last = figure.getByRole('slider', { name: 'Layer 200' });
  const before = Number(await last.getAttribute('aria-valuenow'));
  await last.press('Home');
  await expect(last).toHaveAttribute('aria-valuenow', '0');
  await expect(last).toHaveAttribute('aria-valuetext', '0.00010');
  await last.press('PageUp');
  await expect(last).toHaveAttribute('aria-valuenow', '10');

  const first = figure.getByRole('slider', { name: 'Layer 40' });
  const { x, y, width, height } = (await first.boundingBox()) as {
    x: number;
    y: number;
    width: number;
    height: number;
  };
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width / 2, y + height / 2 + 60);
  await page.mouse.up();
  const dragged = Number(await first.getAttribute('aria-valuenow'));
  expect(dragged).toBeLessThan(before - 10);

  await button(place, 'Compare').click();
  await expect(place.getByRole('status')).toHaveText(
    /^Dashed: your curve. It is furthest off in layer 160, where it is too high by a factor of 1[67]00\.$/,
  );
  await expect(figure.locator('.series-measured').first()).toBeVisible();
  await expect(figure.locator('.drawn').filter({ visible: true })).toHaveCount(1);
  await expect(sliders).toHaveCount(0);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('choices are lists with folded explanations, and nothing is covered', async ({ page }) => {
    await page.goto(saturation);
    const place = exercise(page, 'no-overflow');
    await expect(place.locator('.option')).toHaveCount(4);
    await expect(place.locator('input, button').filter({ visible: true })).toHaveCount(0);
    await place.locator('[data-option="slope"] summary').click();
    await expect(place.locator('[data-option="slope"] .why')).toContainText('The slope of ReLU');
    for (const [path, figure] of [
      [beginnings, '#figure-five'],
      [saturation, '#figure-large-sigmoid'],
      [decay, '#figure-decay'],
    ] as const) {
      await page.goto(path);
      await expect(page.locator(`${figure} svg.plot`).first()).toBeVisible();
      await expect(page.locator(`${figure} figcaption`)).toBeVisible();
      await expect(page.locator('.cover, .curve-to-draw, .predict button').filter({ visible: true })).toHaveCount(0);
      await expect(page.locator('.outcome > :not(.cover)').filter({ visible: false })).toHaveCount(0);
    }
  });
});

test('in print nothing is covered or folded, and no control is left', async ({ page }) => {
  await page.goto(beginnings);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.outcome > p:not(.cover)').filter({ visible: true })).toHaveCount(2);
  await page.goto(decay);
  await expect(page.locator('#figure-decay .series-measured').first()).toBeVisible();
  await expect(page.locator('#predict-tanh button, .cover, .curve-to-draw').filter({ visible: true })).toHaveCount(0);
  const why = page.locator('#exercise-sigmoid-kept .why > div');
  for (const each of await why.all()) await expect(each).toBeVisible();
  await expect(page.locator('#exercise-sigmoid-kept :is(input, button)').filter({ visible: true })).toHaveCount(0);
});
