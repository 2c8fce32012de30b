// Runs the checks of the project one after another and counts their tests: `npm test`, or some of the stages only:
// `node scripts/test.mjs types unit`. The last line is `N passed, N failed`; any failure makes the exit code 1.
import { spawnSync } from 'node:child_process';
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
 * Runs one stage to its end.
 * @param {Stage} stage
 * @returns {Counts}
 */
function runStage({ script, options = [], report, count }) {
  if (report) rmSync(report, { force: true });
  const command = ['run', '--silent', script, ...options];
  const { status } = spawnSync('npm', command, { stdio: 'inherit', shell: process.platform === 'win32' });
  return countStage(status === 0, report && count ? read(report, count) : undefined, report !== undefined);
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
function runStages(names) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  const broken = new Set();
  const summary = names.map((name) => {
    const stage = /** @type {Stage} */ (stages[name]);
    if (stage.needs && broken.has(stage.needs)) return `${name.padEnd(8)} not run, because ${stage.needs} failed`;
    console.log(`\n=== ${name}`);
    const begin = performance.now();
    const counts = runStage(stage);
    if (counts.failed > 0) broken.add(name);
    for (const outcome of /** @type {const} */ (['passed', 'failed', 'skipped'])) total[outcome] += counts[outcome];
    const seconds = ((performance.now() - begin) / 1000).toFixed(1);
    return `${name.padEnd(8)} ${seconds.padStart(6)} s  ${counts.failed > 0 ? 'FAILED' : 'ok'}  ${stage.report ? closingLine(counts) : ''}`;
  });
  console.log(`\n${summary.map((line) => line.trimEnd()).join('\n')}\n\n${closingLine(total)}`);
  return total.failed === 0;
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
  process.exitCode = runStages(chosen) ? 0 : 1;
}
