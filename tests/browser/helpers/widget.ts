import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';
import { decodeFrame, encodeFrame } from '../../../src/experiments/frame-json.ts';
import { splits } from '../../../src/experiments/splits.ts';

declare global {
  interface Window {
    /** The last frames of the jobs, by their numbers, which are in the order of the parts. */
    jobs?: Record<number, unknown>;
  }
}

/** Settings of a depth sweep that takes any machine half a minute or more: time enough to look twice. */
export const longSweep = 'depth-sweep.width=512&depth-sweep.depth=200&depth-sweep.seeds=100';

export const field = (place: Locator, name: string) => place.locator(`input[type=text][id$="-${name}"]`);
export const button = (place: Locator, name: string) => place.getByRole('button', { name, exact: true });
export const status = (place: Locator) => place.locator('.status');
export const percentage = (place: Locator) => place.locator('.percent');

/** Waits until controls can be used. Playwright takes a disabled fieldset for enabled, so its attribute is asked. */
export const expectAlive = (place: Locator | Page) =>
  expect(place.locator('.operation')).not.toHaveAttribute('disabled');

/** Scrolls to a widget and waits until it lives: it hydrates when it is seen. */
export async function meet(page: Page, id: string): Promise<Locator> {
  const place = page.locator(`[data-widget="${id}"]`);
  await place.scrollIntoViewIfNeeded();
  await expectAlive(place);
  return place;
}

export async function open(page: Page, address: string, id: string): Promise<Locator> {
  await page.goto(address);
  return meet(page, id);
}

/** Notes every share of a run that a widget tells; a run may be over sooner than one could look twice. */
export async function recordPercentages(place: Locator): Promise<() => Promise<string[]>> {
  const told = await place.evaluateHandle((widget) => {
    const all: string[] = [];
    new MutationObserver(() => all.push(widget.querySelector('.percent')?.textContent ?? '')).observe(widget, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    return all;
  });
  return () => told.jsonValue();
}

export const expectDone = (place: Locator, timeout = 30_000) =>
  expect(status(place)).toContainText('Done in', { timeout });

/** The rows of a widget's table of data, opened if it is not. */
export async function tableRows(place: Locator): Promise<(string | null)[][]> {
  const data = place.locator('details.data');
  if ((await data.getAttribute('open')) === null) await data.locator('summary').click();
  return data
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent)));
}

const committed = (name: string) => readFileSync(`src/experiments/results/${name}.json`, 'utf8').trim();

/** A committed result, as charts take it. */
export const committedRun = (name: string) => decodeFrame(committed(name)) as never;

/** Lets a page keep what its workers sent at the end of their jobs: the parts of a run, or the whole. */
export async function recordRuns(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.Worker = class extends Worker {
      constructor(script: string | URL, options?: WorkerOptions) {
        super(script, options);
        this.addEventListener('message', ({ data }) => {
          if (data.type === 'end') Object.assign(window, { jobs: { ...window.jobs, [data.job]: data.frame } });
        });
      }
    };
  });
}

/** Expects that the one run on the page computed the committed result, to the last bit of every number. */
export async function expectCommittedBits(page: Page, name: string): Promise<void> {
  const { experiment, values } = JSON.parse(committed(name)) as { experiment: string; values: object };
  const parts = await page.evaluate(() => Object.values(window.jobs ?? {}));
  const frame = splits[experiment]?.merge(parts, 1) ?? parts[0];
  expect(encodeFrame({ experiment, values, frame })).toBe(committed(name));
}
