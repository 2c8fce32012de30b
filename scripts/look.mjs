// Pictures of every page, for eyes: five languages, a phone and a desk, light and dark. `npm run build:test` comes first.
//   node scripts/look.mjs [--pages home,digits] [--locales en,ko] [--widths 360,1440] [--schemes light,dark]
// Writes look/<page>-<locale>-<width>-<scheme>.png and, for each page, width and scheme, a contact sheet of all
// languages side by side, look/sheet-<page>-<width>-<scheme>.png.
import { globSync, mkdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { launchOptions } from './chromium.mjs';
import { isProgram } from './is-program.mjs';
import { serve } from './serve.mjs';

/** Chromium cannot draw pictures higher than 16,384 px; what is longer goes on in a second one. */
const HIGHEST = 12_000;

const site = 'dist-test';
const folder = 'look';
const locales = ['en', 'ko', 'ja', 'ru', 'zh'];

/**
 * @typedef {{ name: string, locale: string, path: string }} View A page in a language, by its address.
 * @typedef {{ width: number, scheme: 'light' | 'dark' }} Setting
 * @typedef {import('@playwright/test').Browser} Browser
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
 * Takes the picture of a page, in several parts if it is long, and returns their files.
 * @param {Browser} browser
 * @param {string} url
 * @param {View} view
 * @param {Setting} setting
 */
async function photograph(browser, url, view, { width, scheme }) {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: scheme });
  await page.goto(url + view.path);
  await readThrough(page);
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  const files = [];
  for (let top = 0; top < height; top += HIGHEST) {
    const part = top === 0 ? '' : `-part${top / HIGHEST + 1}`;
    const file = `${folder}/${view.name}-${view.locale}-${width}-${scheme}${part}.png`;
    const clip = { x: 0, y: top, width, height: Math.min(HIGHEST, height - top) };
    await page.screenshot({ path: file, fullPage: true, clip });
    files.push(file);
  }
  await page.close();
  return files;
}

/**
 * Scrolls through a page once, so that what comes to life when it is seen has done so.
 * @param {import('@playwright/test').Page} page
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
  await page.waitForLoadState('networkidle');
}

/**
 * Composes pictures side by side on one sheet, each with its name above it. The browser does it: a page of images.
 * @param {Browser} browser
 * @param {string} name
 * @param {string[]} files
 * @param {number} width Of a picture on the sheet.
 */
async function composeSheet(browser, name, files, width) {
  const figures = files.map((file) => {
    const data = readFileSync(file).toString('base64');
    return `<figure><figcaption>${basename(file, '.png')}</figcaption><img src="data:image/png;base64,${data}"></figure>`;
  });
  const style = `body { margin: 8px; display: flex; gap: 8px; align-items: start; width: max-content; background: #888; font: 12px sans-serif }
    figure { margin: 0; width: ${width}px } img { width: 100%; display: block }`;
  const page = await browser.newPage({ viewport: { width: files.length * (width + 8) + 8, height: 600 } });
  await page.setContent(`<style>${style}</style>${figures.join('')}`);
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  const clip = { x: 0, y: 0, width: files.length * (width + 8) + 8, height: Math.min(height, HIGHEST) };
  await page.screenshot({ path: `${folder}/sheet-${name}.png`, fullPage: true, clip });
  await page.close();
}

async function main() {
  const text = { type: /** @type {const} */ ('string') };
  const { values } = parseArgs({ options: { pages: text, locales: text, widths: text, schemes: text } });
  const server = await serve(site, 0);
  const browser = await chromium.launch(await launchOptions());
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
        for (const scheme of schemes) {
          const files = [];
          for (const view of versions) files.push(...(await photograph(browser, server.url, view, { width, scheme })));
          if (files.length > 0)
            await composeSheet(browser, `${name}-${width}-${scheme}`, files, width / (width < 600 ? 1 : 3));
          console.log(`${name} ${width} ${scheme}: ${files.length} pictures`);
        }
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
