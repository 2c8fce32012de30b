// Every package of package-lock.json must have all its optional packages in the lock too: they are the binaries of other
// platforms. An `npm install` on one platform can leave out those of the others, and then `npm ci` fails there.
import { readFileSync } from 'node:fs';
import { isProgram } from './is-program.mjs';

/** @typedef {Record<string, { optionalDependencies?: Record<string, string> }>} Packages As in package-lock.json. */

/**
 * The optional packages that the lock file names without locking a version, as `name@range (wanted by ...)`.
 * @param {Packages} packages
 */
export function missingOptionals(packages) {
  return Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !folders(place).some((folder) => packages[`${folder}node_modules/${name}`]))
      .map(([name, range]) => `${name}@${range} (wanted by ${place || 'package.json'})`),
  );
}

/**
 * Where Node looks for the packages of a package, from its own folder outwards: 'node_modules/a/', ''.
 * @param {string} place
 */
function folders(place) {
  const parts = place.split(/\/?node_modules\//).slice(1);
  return Array.from({ length: parts.length + 1 }, (_, outer) =>
    parts
      .slice(0, parts.length - outer)
      .map((name) => `node_modules/${name}/`)
      .join(''),
  );
}

if (isProgram(import.meta.url)) {
  const lock = new URL('../package-lock.json', import.meta.url);
  const missing = missingOptionals(JSON.parse(readFileSync(lock, 'utf8')).packages);
  if (missing.length > 0) {
    console.error(`Missing from package-lock.json:\n${missing.join('\n')}`);
    console.error(
      'Choose versions of which the registry has every platform, remove node_modules and the lock, npm install.',
    );
    process.exit(1);
  }
  console.log('package-lock.json is complete for every platform.');
}
