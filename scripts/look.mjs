// Pictures of every page, for eyes: five languages, a phone and a desk, light and dark. `npm run build:test` comes first.
//   node scripts/look.mjs [--pages home,digits] [--locales en,ko] [--widths 360,1440] [--schemes light,dark]
// Writes look/<page>-<locale>-<width>-<scheme>.png (a long page in parts, -1, -2), and for each page, width and scheme
// contact sheets of all languages side by side: look/sheet-<page>-<width>-<scheme>-1.png is the top of the page.
import { globSync, mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { launchOptions } from './chromium.mjs';
import { isProgram } from './is-program.mjs';
import { serve } from './serve.mjs';

/** Chromium cannot draw pictures higher than 16,384 px; what is longer goes on in a second one. */
const HIGHEST = 12_000;

/** The height of a contact sheet: what a screen shows at once. */
const SHEET_HEIGHT = 1400;

const site = 'dist-test';
const folder = 'look';
const locales = ['en', 'ko', 'ja', 'ru', 'zh'];

/**
 * @typedef {{ name: string, locale: string, path: string }} View A page in a language, by its address.
 * @typedef {'light' | 'dark'} Scheme
 * @typedef {import('@playwright/test').Browser} Browser
 * @typedef {import('@playwright/test').Page} Page
 */

/**
 * What a list of files shows: `ko/digits/index.html` is the page digits in Korean; pages without a language count as English.
 * @param {string[]} files
 * @returns {View[]}
 */
export function viewsOf(files) {
  return files.map((file) => {
    const path = `/${file.replaceAll('\\', '/').replace(/index\.html$/, '')}`;
    const [first = '', ...rest] = path.split('/').filter(Boolean);
    const inLanguage = locales.includes(first);
    const name = (inLanguage ? rest : [first, ...rest]).join('-').replace('.html', '');
    return { name: name || (inLanguage ? 'home' : 'root'), locale: inLanguage ? first : 'en', path };
  });
}

/**
 * The entries of a comma-separated option, or all there are.
 * @template {string | number} T
 * @param {string | undefined} option
 * @param {readonly T[]} all
 * @param {string} name
 * @returns {T[]}
 * @throws if there is no such entry
 */
export function chosen(option, all, name) {
  const asked = option?.split(',') ?? all.map(String);
  const unknown = asked.find((each) => !all.map(String).includes(each));
  if (unknown !== undefined) throw new Error(`--${name}: there is no "${unknown}"; choose from ${all.join(', ')}`);
  return all.filter((each) => asked.includes(String(each)));
}

/**
 * Takes the pictures of a page in each scheme, in several parts if the page is long.
 * @param {Browser} browser
 * @param {string} url
 * @param {View} view
 * @param {number} width
 * @param {readonly Scheme[]} schemes
 * @returns {Promise<Map<Scheme, string[]>>} the files of each scheme
 */
async function photograph(browser, url, view, width, schemes) {
  const isMobile = width < 600;
  const page = await browser.newPage({ viewport: { width, height: 900 }, isMobile, hasTouch: isMobile });
  await page.goto(url + view.path);
  await readThrough(page);
  const taken = new Map();
  for (const scheme of schemes) {
    await page.emulateMedia({ colorScheme: scheme });
    taken.set(scheme, await takeParts(page, `${folder}/${view.name}-${view.locale}-${width}-${scheme}`, HIGHEST));
  }
  await page.close();
  return taken;
}

/**
 * Photographs a whole page from top to bottom, in parts of at most some height.
 * @param {Page} page
 * @param {string} name
 * @param {number} highest
 */
async function takeParts(page, name, highest) {
  const size = () => ({ width: document.documentElement.scrollWidth, height: document.documentElement.scrollHeight });
  const { width, height } = await page.evaluate(size);
  const files = [];
  for (let y = 0; y < height; y += highest) {
    const file = height > highest ? `${name}-${y / highest + 1}.png` : `${name}.png`;
    await page.screenshot({
      path: file,
      fullPage: true,
      clip: { x: 0, y, width, height: Math.min(highest, height - y) },
    });
    files.push(file);
  }
  return files;
}

/**
 * Scrolls through a page once, so that what comes to life when it is seen has done so.
 * @param {Page} page
 */
async function readThrough(page) {
  await page.evaluate(async () => {
    for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight) {
      scrollTo({ top, behavior: 'instant' });
      await new Promise((done) => setTimeout(done, 30));
    }
    scrollTo({ top: 0, behavior: 'instant' });
    await document.fonts.ready;
  });
  await page.waitForFunction(() => !document.querySelector('astro-island[ssr]'));
}

/**
 * Composes the pictures of a page in several languages, one column each. The browser does it: a page of images.
 * @param {Browser} browser
 * @param {string} name
 * @param {string[][]} columns The parts of each picture from top to bottom.
 * @param {number} width Of a picture on the sheet.
 */
async function composeSheets(browser, name, columns, width) {
  const image = (/** @type {string} */ file) =>
    `<img src="data:image/png;base64,${readFileSync(file).toString('base64')}">`;
  const style = `body { margin: 0; display: flex; gap: 8px; align-items: start; width: max-content; background: #888 }
    div { width: ${width}px } img { width: 100%; display: block }`;
  const page = await browser.newPage({ viewport: { width: columns.length * (width + 8) - 8, height: SHEET_HEIGHT } });
  await page.setContent(
    `<style>${style}</style>${columns.map((files) => `<div>${files.map(image).join('')}</div>`).join('')}`,
  );
  await takeParts(page, `${folder}/sheet-${name}`, SHEET_HEIGHT);
  await page.close();
}

async function main() {
  const text = { type: /** @type {const} */ ('string') };
  const { values } = parseArgs({ options: { pages: text, locales: text, widths: text, schemes: text } });
  const server = await serve(site, 0);
  const browser = await chromium.launch({ ...(await launchOptions()), args: ['--hide-scrollbars'] });
  try {
    const views = viewsOf(globSync('**/*.html', { cwd: site }).sort());
    const names = chosen(values.pages, [...new Set(views.map(({ name }) => name))], 'pages');
    const languages = chosen(values.locales, locales, 'locales');
    const widths = chosen(values.widths, [360, 1440], 'widths');
    const schemes = chosen(values.schemes, /** @type {const} */ (['light', 'dark']), 'schemes');
    mkdirSync(folder, { recursive: true });
    for (const name of names) {
      const versions = views.filter((view) => view.name === name && languages.includes(view.locale));
      versions.sort((a, b) => locales.indexOf(a.locale) - locales.indexOf(b.locale));
      for (const width of widths) {
        const taken = [];
        for (const view of versions) taken.push(await photograph(browser, server.url, view, width, schemes));
        for (const scheme of taken.length > 0 ? schemes : []) {
          const columns = taken.map((files) => files.get(scheme) ?? []);
          await composeSheets(browser, `${name}-${width}-${scheme}`, columns, width < 600 ? width : width / 3);
        }
        console.log(`${name}, ${width} px: ${taken.length} languages`);
      }
    }
  } finally {
    await browser.close();
    server.close();
  }
}

if (isProgram(import.meta.url)) {
  process.chdir(fileURLToPath(new URL('..', import.meta.url)));
  try {
    await main();
    console.log(`The pictures are in ${folder}/.`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
