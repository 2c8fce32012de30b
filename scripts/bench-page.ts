import { chromium, type Locator, type Page } from '@playwright/test';
import { launchOptions } from './chromium.mjs';
import { serve } from './serve.mjs';

/** What happened on the page while it was watched; all in milliseconds. */
interface Watched {
  /** The longest time in which a timer of 5 ms did not come. */
  gap: number;
  /** The longest task of the browser's own record, 0 if none took 50 ms. */
  longestTask: number;
  /** From a key press to the picture that shows it, the longest; 0 if none took 16 ms. */
  slowestKey: number;
  keys: number;
}

const starts = 'normal001,lecunNormal,xavierNormal,heNormal,torchDefault';
const training = `/en/digits/?train-digits.steps=600&train-digits.starts=${starts}`;

/** Settings whose steps are the longest there are, and after how many milliseconds such a step is under way. */
const heavy = [
  {
    widget: 'train-digits',
    path: 'digits',
    settings: 'width=200 hiddenLayers=8 batch=200 steps=2000 seeds=10',
    after: 700,
  },
  {
    widget: 'depth-sweep',
    path: 'variance-of-a-layer',
    settings: 'width=1024 batch=256 depth=200 seeds=100',
    after: 700,
  },
  { widget: 'weights', path: 'parity', settings: 'init=normal fanOut=1024 fanIn=1024', after: 150 },
  { widget: 'weights', path: 'parity', settings: 'init=orthogonal fanOut=512 fanIn=512', after: 150 },
];

/**
 * Measures the built site in Chromium: how long five starts of 600 steps take and how soon the page answers meanwhile, and
 * how soon a stop is obeyed in the longest steps there are.
 */
export async function measurePage(print: (text: string) => void, folder = 'dist') {
  const site = await serve(folder, 0);
  const browser = await chromium.launch(await launchOptions());
  try {
    const page = await browser.newPage({ baseURL: site.url });
    await page.addInitScript(watchWorkers);
    const fiveStarts = await measureTraining(page);
    print(`train-digits, 5 starts x 600 steps: ${asText(fiveStarts)}`);
    const stops: { name: string; shown: number; obeyed: number }[] = [];
    for (const run of heavy) {
      const stop = { name: `${run.widget} ${run.settings}`, ...(await measureStop(page, run)) };
      stops.push(stop);
      print(`stop: ${asText(stop)}`);
    }
    return { training: fiveStarts, stops };
  } finally {
    await browser.close();
    site.close();
  }
}

async function measureTraining(page: Page) {
  await page.goto(training);
  const place = await meet(page, 'train-digits');
  // The address has started a run: the first one loads worker, charts and digits.
  await isOver(place);
  await page.evaluate(startWatching);
  const began = performance.now();
  await place.locator('button.primary').click();
  await place.locator('input[id$="-seed"]').focus();
  while ((await place.getAttribute('data-state')) === 'running') {
    await page.keyboard.press('Digit1');
    await page.waitForTimeout(50);
    await page.keyboard.press('Backspace');
    await page.waitForTimeout(50);
  }
  const milliseconds = Math.round(performance.now() - began);
  const said = await place.locator('.status').textContent();
  if (!said?.startsWith('Done')) throw new Error(`the training ended otherwise: ${said}`);
  return { milliseconds, ...(await page.evaluate(() => window.watched as Watched)) };
}

/** Milliseconds from the press of Stop until the page says so, and until no worker computes any more. */
async function measureStop(page: Page, { widget, path, settings, after }: (typeof heavy)[number]) {
  const query = settings.split(' ').map((setting) => `${widget}.${setting}`);
  await page.goto(`/en/${path}/?${query.join('&')}`);
  const place = await meet(page, widget);
  await page.waitForFunction(() => window.working && window.working.size > 0);
  await page.waitForTimeout(after);
  return place.evaluate(async (form) => {
    const button = form.querySelector<HTMLButtonElement>('.buttons button:nth-of-type(2)');
    const pressed = performance.now();
    button?.click();
    const until = async (is: () => boolean) => {
      while (!is()) await new Promise((done) => setTimeout(done));
      return Math.round(performance.now() - pressed);
    };
    const shown = await until(() => form.getAttribute('data-state') !== 'running');
    return { shown, obeyed: await until(() => window.working?.size === 0) };
  });
}

/** A widget, scrolled to and alive. */
async function meet(page: Page, id: string): Promise<Locator> {
  const place = page.locator(`[data-widget="${id}"]`);
  await place.scrollIntoViewIfNeeded();
  await place.locator('.operation:enabled').waitFor();
  return place;
}

const isOver = (place: Locator) => place.and(place.page().locator('[data-state=shown]')).waitFor({ timeout: 120_000 });

const asText = (measured: object) =>
  Object.entries(measured)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');

declare global {
  interface Window {
    watched?: Watched;
    /** Jobs that workers have been given and not answered for, by worker and number. */
    working?: Set<string>;
  }
}

/** Runs in the page before everything else. */
function watchWorkers() {
  const working = new Set<string>();
  let workers = 0;
  window.working = working;
  window.Worker = class extends Worker {
    id = String(workers++);

    constructor(script: string | URL, options?: WorkerOptions) {
      super(script, options);
      this.addEventListener('message', ({ data }) => {
        if (data.type === 'end' || data.type === 'error') working.delete(`${this.id} ${data.job}`);
      });
    }

    override postMessage(request: { type: string; job: number }) {
      if (request.type === 'run') working.add(`${this.id} ${request.job}`);
      super.postMessage(request);
    }

    override terminate() {
      for (const job of working) if (job.startsWith(`${this.id} `)) working.delete(job);
      super.terminate();
    }
  };
}

/** Runs in the page: notes from now on what keeps it from answering. */
function startWatching() {
  const watched: Watched = { gap: 0, longestTask: 0, slowestKey: 0, keys: 0 };
  window.watched = watched;
  let last = performance.now();
  setInterval(() => {
    const now = performance.now();
    watched.gap = Math.max(watched.gap, Math.round(now - last));
    last = now;
  }, 5);
  addEventListener('keydown', () => {
    watched.keys += 1;
  });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) watched.longestTask = Math.max(watched.longestTask, duration);
  }).observe({ type: 'longtask' });
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries())
      if (name.startsWith('key')) watched.slowestKey = Math.max(watched.slowestKey, duration);
  }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
}
