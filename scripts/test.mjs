// Runs the checks of the project one after another and counts their tests: `npm test`, or some of the stages only:
// `node scripts/test.mjs types unit`. The last line is `N passed, N failed`; any failure makes the exit code 1.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isProgram } from './is-program.mjs';

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 * @typedef {object} Stage A script of package.json. Without a report it counts as one test.
 * @property {string} script
 * @property {string} [needs] The stage without which this one cannot run.
 * @property {string} [report] Where its runner writes a JSON report.
 * @property {string[]} [options]
 * @property {(report: any) => Counts} [count] Counts the tests of the report.
 */

const unitReport = 'test-results/unit.json';

/** @type {Record<string, Stage>} */
const stages = {
  lock: { script: 'lock' },
  types: { script: 'types' },
  lint: { script: 'lint' },
  unit: {
    script: 'test:unit',
    options: ['--', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`],
    report: unitReport,
    count: countUnit,
  },
  build: { script: 'build:test' },
  browser: { script: 'test:browser', needs: 'build', report: 'test-results/browser.json', count: countBrowser },
};

/**
 * The order of the stages. Two that keep one core busy each run side by side; the others use all cores by themselves.
 * @type {string[][]}
 */
const groups = [['lock'], ['lint'], ['types', 'build'], ['unit'], ['browser']];

/**
 * Counts the tests of Vitest's report. A file that could not be read as tests has no test in it, and counts as failed.
 * @param {{ testResults: { status: string, assertionResults: { status: string }[] }[] }} report
 * @returns {Counts}
 */
export function countUnit({ testResults }) {
  const outcomes = testResults.flatMap(({ status, assertionResults }) => {
    const inFile = assertionResults.map((test) => test.status);
    return status === 'failed' && !inFile.includes('failed') ? [...inFile, 'failed'] : inFile;
  });
  const passed = outcomes.filter((outcome) => outcome === 'passed').length;
  const failed = outcomes.filter((outcome) => outcome === 'failed').length;
  return { passed, failed, skipped: outcomes.length - passed - failed };
}

/**
 * Counts the tests of Playwright's report. A flaky test failed at least once; an error outside of tests is a failure.
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors?: unknown[] }} report
 * @returns {Counts}
 */
export function countBrowser({ stats, errors = [] }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped };
}

/**
 * What a stage counts for: its tests, or itself. Nothing passes silently: a stage that broke off, or ran no test,
 * has at least one failure.
 * @param {boolean} succeeded Its exit code was 0.
 * @param {Counts | undefined} tests Undefined if the stage reports no tests, or should have and did not.
 * @param {boolean} reports
 * @returns {Counts}
 */
export function countStage(succeeded, tests, reports) {
  if (!reports) return { passed: Number(succeeded), failed: Number(!succeeded), skipped: 0 };
  const { passed, failed, skipped } = tests ?? { passed: 0, failed: 0, skipped: 0 };
  const silent = failed === 0 && (!succeeded || passed === 0);
  return { passed, failed: failed + Number(silent), skipped };
}

/**
 * @param {Counts} counts
 */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/**
 * Runs one stage to its end. What it prints is shown at once, or, if it runs beside others, when it has ended.
 * @param {string} name
 * @param {boolean} alone
 * @returns {Promise<Counts & { seconds: number }>}
 */
async function runStage(name, alone) {
  const { script, options = [], report, count } = /** @type {Stage} */ (stages[name]);
  if (report) rmSync(report, { force: true });
  const begin = performance.now();
  const { status, output } = await runScript(['run', '--silent', script, ...options], alone);
  console.log(`${alone ? '' : `\n=== ${name}\n`}${output}`.trimEnd());
  const counts = countStage(status === 0, report && count ? read(report, count) : undefined, report !== undefined);
  return { ...counts, seconds: (performance.now() - begin) / 1000 };
}

/**
 * @param {string[]} command What follows `npm`.
 * @param {boolean} alone
 * @returns {Promise<{ status: number | null, output: string }>}
 */
function runScript(command, alone) {
  const child = spawn('npm', command, { stdio: alone ? 'inherit' : 'pipe', shell: process.platform === 'win32' });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (part) => {
      output += part;
    });
  }
  return new Promise((done, fails) => {
    child.on('error', fails);
    child.on('close', (status) => done({ status, output }));
  });
}

/**
 * @param {string} report
 * @param {(report: any) => Counts} count
 */
function read(report, count) {
  try {
    return count(JSON.parse(readFileSync(report, 'utf8')));
  } catch {
    return undefined; // the runner broke off before it wrote its report
  }
}

/** @param {string[]} names */
async function runStages(names) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  /** @type {Set<string>} */
  const broken = new Set();
  /** @type {string[]} */
  const summary = [];
  for (const group of groups.map((all) => all.filter((name) => names.includes(name)))) {
    const blocked = group.filter((name) => broken.has(stages[name]?.needs ?? ''));
    for (const name of blocked) summary.push(`${name.padEnd(8)} not run, because ${stages[name]?.needs} failed`);
    const running = group.filter((name) => !blocked.includes(name));
    if (running.length > 0) console.log(`\n=== ${running.join(' and ')}`);
    const ended = await Promise.all(running.map((name) => runStage(name, running.length === 1)));
    for (const [index, counts] of ended.entries()) {
      const name = running[index] ?? '';
      if (counts.failed > 0) broken.add(name);
      for (const outcome of /** @type {const} */ (['passed', 'failed', 'skipped'])) total[outcome] += counts[outcome];
      summary.push(summaryLine(name, counts));
    }
  }
  console.log(`\n${summary.map((line) => line.trimEnd()).join('\n')}\n\n${closingLine(total)}`);
  return total.failed === 0;
}

/**
 * @param {string} name
 * @param {Counts & { seconds: number }} counts
 */
function summaryLine(name, counts) {
  const seconds = counts.seconds.toFixed(1).padStart(6);
  const tests = stages[name]?.report ? closingLine(counts) : '';
  return `${name.padEnd(8)} ${seconds} s  ${counts.failed > 0 ? 'FAILED' : 'ok'}  ${tests}`;
}

if (isProgram(import.meta.url)) {
  process.chdir(fileURLToPath(new URL('..', import.meta.url)));
  const asked = process.argv.slice(2);
  const unknown = asked.find((name) => !(name in stages));
  if (unknown) {
    console.error(`There is no stage "${unknown}". The stages are ${Object.keys(stages).join(', ')}.`);
    process.exit(1);
  }
  mkdirSync('test-results', { recursive: true });
  const chosen = Object.keys(stages).filter((name) => asked.length === 0 || asked.includes(name));
  process.exitCode = (await runStages(chosen)) ? 0 : 1;
}
