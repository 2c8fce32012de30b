// Which browser the tests and the screenshots use: the one CHROMIUM_PATH names, else Playwright's own, else one of the
// system, else the one inside the package @sparticuz/chromium (Linux on x64: needs no system libraries).
// As a program it makes sure that there is one: `node scripts/chromium.mjs`.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isProgram } from './is-program.mjs';

/**
 * @typedef {object} Browser
 * @property {string} from Who brought it.
 * @property {string} executablePath
 * @property {Record<string, string>} env What it needs in its environment.
 */

const windows = process.platform === 'win32';

/**
 * The first browser that starts, or undefined.
 * @returns {Promise<Browser | undefined>}
 * @throws if CHROMIUM_PATH names no browser
 */
async function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    const browser = { from: 'CHROMIUM_PATH', executablePath: named, env: {} };
    if (starts(browser)) return browser;
    const why = existsSync(named) ? 'does not start' : 'does not exist';
    throw new Error(
      `CHROMIUM_PATH=${named} ${why}. Set it to the program file of Chromium or Chrome, or unset it to let the tests find one.`,
    );
  }
  for (const find of [playwrightsOwn, ofTheSystem, packaged]) {
    const browser = (await find()).find(starts);
    if (browser) return browser;
  }
  return undefined;
}

/** Options for Playwright's `launch`. */
export async function launchOptions() {
  const browser = await findChromium();
  if (!browser) throw new Error('There is no browser. `node scripts/chromium.mjs` looks for one and installs it.');
  return { executablePath: browser.executablePath, env: { ...process.env, ...browser.env } };
}

/** Some systems put a stub in the PATH that only tells how to install a browser; a browser tells its version. */
function starts(/** @type {Browser} */ { executablePath, env }) {
  if (windows) return existsSync(executablePath); // there `--version` opens a window
  try {
    const options = { env: { ...process.env, ...env }, encoding: /** @type {const} */ ('utf8'), timeout: 30_000 };
    return /\d+\.\d+/.test(
      execFileSync(executablePath, ['--version'], { ...options, stdio: ['ignore', 'pipe', 'ignore'] }),
    );
  } catch {
    return false;
  }
}

/** Playwright knows the place of its full browser; the headless shell alone, which is smaller, lies in a folder beside it. */
async function playwrightsOwn() {
  const { chromium } = await import('@playwright/test');
  const full = chromium.executablePath();
  const shells = dirname(dirname(full)).replace(/chromium-(\d+)$/, 'chromium_headless_shell-$1');
  const shell = existsSync(shells)
    ? readdirSync(shells, { recursive: true, encoding: 'utf8' }).filter((path) =>
        /chrome-headless-shell(\.exe)?$/.test(path),
      )
    : [];
  return [full, ...shell.map((path) => join(shells, path))].map(browserFrom('Playwright'));
}

async function ofTheSystem() {
  // The headless shell, a package of its own in Debian, opens pages nearly twice as fast as the full browser.
  const names = [
    'chromium-headless-shell',
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    'chrome',
    'msedge',
  ];
  const inPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, windows ? `${name}.exe` : name)));
  const programs = [process.env.ProgramFiles, process.env['ProgramFiles(x86)'], process.env.LOCALAPPDATA];
  const usual = {
    darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    ),
    win32: programs.flatMap((folder) => [
      join(folder ?? '', 'Google/Chrome/Application/chrome.exe'),
      join(folder ?? '', 'Microsoft/Edge/Application/msedge.exe'),
    ]),
  };
  const here = usual[/** @type {keyof typeof usual} */ (process.platform)] ?? [];
  return [...inPath, ...here].filter((path) => existsSync(path)).map(browserFrom('system'));
}

/** Unpacks the browser of @sparticuz/chromium once; the variable makes it bring the libraries nss, nspr and expat too. */
async function packaged() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return [];
  const folder = fileURLToPath(new URL('../node_modules/.cache/chromium', import.meta.url));
  mkdirSync(folder, { recursive: true });
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs24.x';
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    const env = { LD_LIBRARY_PATH: join(folder, 'al2023/lib') };
    return [{ from: '@sparticuz/chromium', executablePath: await chromium.executablePath(), env }];
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

function browserFrom(/** @type {string} */ from) {
  return (/** @type {string} */ executablePath) => ({ from, executablePath, env: {} });
}

async function requireChromium() {
  let browser = await findChromium();
  if (!browser) {
    console.log("No browser found; installing Playwright's own ...");
    spawnSync('npx', ['playwright', 'install', '--with-deps', '--only-shell', 'chromium'], {
      stdio: 'inherit',
      shell: windows,
    });
    browser = await findChromium();
  }
  if (!browser) throw new Error('The tests need a browser: install Chromium or Chrome, or set CHROMIUM_PATH to one.');
  console.log(`Browser: ${browser.executablePath} (${browser.from})`);
}

if (isProgram(import.meta.url)) {
  try {
    await requireChromium();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
