// Brings node_modules up to the lock file; with --browser it also makes sure of a browser for the tests.
// Runs before anything is installed: on any Node from 18 on, with nothing but what Node brings along.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const windows = process.platform === 'win32';
const stampFile = 'node_modules/.lock-hash';
const packagedNode = windows ? 'node_modules\\.bin\\node.cmd' : 'node_modules/.bin/node';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
installPackages();
const node = requireNode();
if (process.argv.includes('--browser') && run(node, ['scripts/chromium.mjs']) !== 0) process.exit(1);

/** Installs the locked packages, unless the stamp of the last installation fits the lock file and this machine. */
function installPackages() {
  const hash = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
  const stamp = `${process.platform}-${process.arch} ${hash}`;
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  console.log('Installing the packages of package-lock.json ...');
  // No package needs its install script.
  if (run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']) !== 0) {
    fail(
      'The packages could not be installed; npm says why above.\n' +
        'This step needs the npm registry: check the connection with `npm ping`, then run the command again.',
    );
  }
  writeFileSync(stampFile, stamp);
}

/** The Node that everything else runs on: the one among the packages, else the reader's own if it is new enough. */
function requireNode() {
  if (existsSync(packagedNode)) return packagedNode;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 24 || (major === 24 && minor >= 2)) return process.execPath;
  fail(
    `No package brings Node to ${process.platform}-${process.arch}, and yours is ${process.version}.\n` +
      'Install Node 24.2 or newer from https://nodejs.org, then run the command again.',
  );
}

/**
 * Runs a command to its end and returns its exit code. Windows starts .cmd files only through its shell; the arguments
 * are constants of this file, so they need no quoting.
 * @param {string} command
 * @param {string[]} args
 */
function run(command, args) {
  return spawnSync(command, args, { stdio: 'inherit', shell: windows }).status;
}

/**
 * @param {string} message
 * @returns {never}
 */
function fail(message) {
  console.error(`\n${message}`);
  process.exit(1);
}
